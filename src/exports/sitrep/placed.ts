import type { PlaceView } from '../../model/index.ts';

/** A sentence that begins with the name of a site, with the place that it lies in: "Airport" alone tells nobody which. */
export function placed(
  sentence: string,
  { id, kind, name, parent }: PlaceView,
  placeName: (id: string) => string | null,
): string {
  if (kind !== 'site') return sentence;
  const within =
    (parent == null ? null : placeName(parent)) ?? placeName(/^site:(.+)\/[^/]*$/.exec(id)?.[1] ?? '');
  const isTold =
    within == null || name.includes(within) || !sentence.toLowerCase().startsWith(name.toLowerCase());
  return isTold ? sentence : `${sentence.slice(0, name.length)} in ${within}${sentence.slice(name.length)}`;
}

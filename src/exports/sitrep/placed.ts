import type { PlaceView } from '../../model/index.ts';

type PlaceName = (id: string) => string | null;

/** The place that a site lies in, where its own name does not tell; null for what is no site. */
function withinWhat({ id, kind, name, parent }: PlaceView, placeName: PlaceName): string | null {
  if (kind !== 'site') return null;
  const within =
    (parent == null ? null : placeName(parent)) ?? placeName(/^site:(.+)\/[^/]*$/.exec(id)?.[1] ?? '');
  return within == null || name.includes(within) ? null : within;
}

/** @example siteName(airport, placeName) // 'airport (Kabul)' */
export function siteName(place: PlaceView, placeName: PlaceName): string {
  const within = withinWhat(place, placeName);
  return within == null ? place.name : `${place.name} (${within})`;
}

/** A sentence that begins with the name of a site, with the place that it lies in: "Airport" alone tells nobody which. */
export function placed(sentence: string, place: PlaceView, placeName: PlaceName): string {
  const within = withinWhat(place, placeName);
  const { length } = place.name;
  return within == null || !sentence.toLowerCase().startsWith(place.name.toLowerCase())
    ? sentence
    : `${sentence.slice(0, length)} in ${within}${sentence.slice(length)}`;
}

import type { PlaceView } from '../../model/index.ts';

/**
 * A place where a sentence names it: a site with the place that it lies in, unless its own name has it.
 * @example nameInSentence(governorsOffice, id => 'Farah') // 'the governor’s office in Farah'
 */
export function nameInSentence(
  place: Pick<PlaceView, 'name' | 'kind' | 'parent'>,
  nameOf: (id: string) => string | null,
): string {
  if (place.kind !== 'site' || place.parent == null) return place.name;
  const parent = nameOf(place.parent);
  const name = /^\p{Ll}/u.test(place.name) ? `the ${place.name}` : place.name;
  return parent == null || place.name.includes(parent) ? name : `${name} in ${parent}`;
}

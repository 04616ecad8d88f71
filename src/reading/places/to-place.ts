import { foldName } from '../../gazetteer/index.ts';
import type { ClaimPlace, Place, PlaceKind } from '../../model/index.ts';
import type { Scored } from './resolve.ts';

const KEPT = 5;
const LEAST = 0.02;

/** The weights of the score are a little too sure of themselves: set on the development data (docs/places.md). */
const TEMPERATURE = 1.5;

/** A known place under the name that the report uses for it, with what else the name could mean, as probabilities. */
export function knownPlace(name: string, scored: readonly Scored[]): ClaimPlace {
  const soft = scored.map(s => s.score ** (1 / TEMPERATURE)),
    total = soft.reduce((a, b) => a + b, 0);
  const candidates = scored
    .map((s, i) => ({ id: s.candidate.place.id, score: Math.round((1000 * soft[i]!) / total) / 1000 }))
    .filter((c, i) => i < KEPT && (i === 0 || c.score >= LEAST));
  const sure = candidates.length === 1 && candidates[0]!.score >= 0.999;
  return { ...placeFields(scored[0]!.candidate.place), name, ...(sure ? {} : { candidates }) };
}

/** What a claim keeps of a place of the gazetteer. */
export const placeFields = (p: Place): ClaimPlace => ({
  id: p.id,
  name: p.name,
  kind: p.kind,
  country: p.country,
  admin1: p.admin1,
  lat: p.lat,
  lon: p.lon,
  precision: 'exact',
});

/** A place that the gazetteer lacks, within another (`sure`: in its division too, else near it at most): `x:<country or zz>/<division or ->/<normalised name>`. */
export function unknownPlace(
  name: string,
  kind: PlaceKind,
  within: ClaimPlace | null,
  sure = true,
): ClaimPlace {
  const country = within?.country ?? null,
    division = sure ? (within?.admin1 ?? null) : null;
  const slug = foldName(name).replaceAll(' ', '-');
  return {
    id: `x:${country ?? 'zz'}/${division?.replace(/^(?:iso|adm2):/, '') ?? '-'}/${slug}`,
    name,
    kind,
    country,
    admin1: division,
    lat: within?.lat ?? null,
    lon: within?.lon ?? null,
    precision: within?.lat == null ? 'unresolved' : 'within',
  };
}

/** A site of a place: `site:<parent id>/<slug>`. */
export function sitePlace(name: string, head: string, parent: ClaimPlace | null): ClaimPlace {
  const slug = foldName(head).replaceAll(' ', '-');
  return {
    id: parent?.id ? `site:${parent.id}/${slug}` : null,
    name,
    kind: 'site',
    ...(parent ? { in: parent.name } : {}),
    country: parent?.country ?? null,
    admin1: parent?.admin1 ?? null,
    lat: parent?.lat ?? null,
    lon: parent?.lon ?? null,
    precision: parent?.lat == null ? 'unresolved' : 'within',
  };
}

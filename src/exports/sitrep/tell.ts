import type { Sitrep, SitrepEvidence, SitrepMap, SitrepSource } from '../../model/index.ts';
import { sayDate, sayInstant } from '../words.ts';

/** What all forms of the report say alike. */

/** Numbers in a row, runs drawn together. @example sayNumbers([1, 2, 3, 7]) // '1–3, 7' */
export function sayNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs.at(-1);
    if (last != null && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}, ${b}` : `${a}–${b}`)).join(', ');
}

export const sourcesOf = (evidence: readonly SitrepEvidence[]): number[] => [
  ...new Set(evidence.map(e => e.source)),
];

/** "As known on 20 August 2021, 12:00 UTC. Private persons who spoke are masked." */
export function sayStanding(sitrep: Sitrep): string {
  const masked = sitrep.withheld ? ' Private persons who spoke are masked.' : '';
  return `As known at ${sayInstant(sitrep.knownAt)}.${masked}`;
}

/** Who says it, and where it stands. */
export const sayEvidence = (e: SitrepEvidence): string =>
  `${e.stance === 'against' ? 'against it: ' : ''}${e.who}`;

export const saySource = ({ outlet, title, published }: SitrepSource): string =>
  [outlet ?? 'No outlet', title, published == null ? null : sayDate(published)]
    .filter(part => part != null)
    .join('. ');

/** The map in words: who holds which places, most first; for who cannot see it, and to check it by. */
export function mapInWords({
  sides,
  points,
}: SitrepMap): { readonly who: string; readonly places: string }[] {
  const held = sides.map((side, i) => ({
    who: `${side.name} (${side.mark})`,
    names: points.filter(p => p.side === i).map(p => (p.contested ? `${p.name} (fought over)` : p.name)),
  }));
  const nobody = points.filter(p => p.side < 0).map(p => p.name);
  return [...held, { who: 'Nobody known', names: nobody }]
    .filter(({ names }) => names.length > 0)
    .map(({ who, names }) => ({ who, places: names.sort((a, b) => a.localeCompare(b, 'en')).join(', ') }));
}

/** What the signs of the map mean. */
export const LEGEND = {
  ring: 'changed hands in this time',
  hatch: 'fought over',
  strength: 'The stronger a colour, the surer the line; a pale division takes the colour of its seat.',
} as const;

/** Sections in their order, with what they are called. */
export const HEADS = {
  summary: 'In brief',
  changes: 'What changed',
  map: 'Who holds what',
  disputed: 'What is disputed',
  figures: 'People',
  sources: 'Sources',
} as const;

export const NOTHING = {
  changes: 'Nothing is known to have changed.',
  disputed: 'Nothing in the record is disputed.',
  figures: 'No figures were reported.',
} as const;

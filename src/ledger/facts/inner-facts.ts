import { type Claim, hashId, type Reading } from '../../model/index.ts';
import { normaliseName } from '../statements/normalise-name.ts';
import { bucketOf, type Fact, type InnerFact, NOWHERE, type Said } from './fact.ts';

/**
 * The facts of what a reading found not to add up inside its report. It is weighed where its first placed claim is. Where
 * one of its claims ends (rejected, corrected, withdrawn), so does it.
 */
export function innerFacts(reading: Reading, facts: ReadonlyMap<string, readonly Fact[]>): InnerFact[] {
  return reading.discrepancies.flatMap(({ kind, claims: indexes, note }) => {
    const claims = indexes.flatMap(i => reading.claims[i] ?? []);
    const said = claims.map(c => facts.get(c.id)?.[0]);
    if (claims.length === 0 || said.some(s => s == null)) return [];
    const ends = (said as (Fact & Said)[])
      .filter(s => s.live.to != null)
      .sort((a, b) => (a.live.to! < b.live.to! ? -1 : 1));
    const known = said[0]!.known;
    return [
      {
        kind: 'inner',
        report: reading.report,
        discrepancy: kind,
        claims: claims.map(c => c.id),
        places: placesOf(claims),
        bucket: bucketOfClaims(said as Fact[]),
        note,
        known,
        live: { from: known, to: ends[0]?.live.to ?? null },
        endedBy: ends[0]?.endedBy ?? null,
        sameAs: hashId('i', [kind, ...claims.map(c => normaliseName(c.quote.text))]),
      },
    ];
  });
}

const placesOf = (claims: readonly Claim[]): string[] => [
  ...new Set(claims.flatMap(c => c.places.flatMap(p => p.id ?? []))),
];

const bucketOfClaims = (facts: readonly Fact[]): string =>
  bucketOf(facts.find(f => f.kind === 'count' || ('place' in f && f.place != null)) ?? facts[0]!) ?? NOWHERE;

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Claim, ControlPeriod } from '../model/index.ts';
import { type GoldReport, type GoldSides, pieceOfGold, sidesOf } from './testing/gold-claims.ts';
import { inputOf, type Piece } from './testing/scenario.ts';
import { weigh } from './weigh.ts';

/** Labelled reports, where they are at hand: the fold is tried on what reports really say, not on what was read of them. */
const DIR = process.env.DATELINE_EVAL ?? resolve(import.meta.dirname, '../../../shared/eval');
const FILES = ['reports.json', 'real-dev.json', 'real-syria-dev.json'];
const isThere = existsSync(join(DIR, 'sides.json')) && FILES.every(f => existsSync(join(DIR, f)));

function loadPieces(): Piece[] {
  const load = <T>(name: string): T => JSON.parse(readFileSync(join(DIR, name), 'utf8')) as T;
  const sideOf = sidesOf(load<GoldSides>('sides.json'));
  return FILES.flatMap(f => load<GoldReport[]>(f)).map(r => pieceOfGold(r, sideOf));
}

describe.skipIf(!isThere)(`the fold on labelled reports (needs DATELINE_EVAL or ${DIR})`, () => {
  const pieces = isThere ? loadPieces() : [];
  const record = weigh(inputOf(pieces));
  const claims = new Map(pieces.flatMap(p => p.reading.claims).map(c => [c.id, c]));
  /** What lines say, each once, without when a word last came. */
  const lines = (periods: readonly ControlPeriod[]): string[] => [
    ...new Set(periods.map(({ lastWord: _, knownFrom: __, knownTo: ___, ...p }) => JSON.stringify(p))),
  ];
  const without = (drop: (c: Claim) => boolean): readonly ControlPeriod[] =>
    weigh(
      inputOf(
        pieces.map(p => ({
          ...p,
          reading: { ...p.reading, claims: p.reading.claims.filter(c => !drop(c)) },
        })),
      ),
    ).periods;

  test('there is something to fold', () => {
    expect(claims.size).toBeGreaterThan(500);
    expect(record.periods.length).toBeGreaterThan(200);
  });

  test('the order of arrival does not matter', () => {
    expect(weigh(inputOf([...pieces].reverse()))).toEqual(record);
  });

  test('no two periods of a place overlap', () => {
    for (const a of record.periods)
      for (const b of record.periods) {
        if (a === b || a.place !== b.place) continue;
        const valid =
          (b.validTo == null || a.validFrom < b.validTo) && (a.validTo == null || b.validFrom < a.validTo);
        const known =
          (b.knownTo == null || a.knownFrom < b.knownTo) && (a.knownTo == null || b.knownFrom < a.knownTo);
        expect(valid && known, `${a.place} ${a.validFrom} and ${b.validFrom}`).toBe(false);
      }
  });

  test('what was planned or only possible changes no line', () => {
    const dropped = without(c => c.modality === 'planned' || c.modality === 'possible');
    expect(lines(dropped)).toEqual(lines(record.periods));
  });

  test('background changes no line but those of earlier times', () => {
    const now = (periods: readonly ControlPeriod[]): string[] =>
      periods
        .filter(p => p.knownTo == null && p.validTo == null)
        .map(p => `${p.place} ${p.holder?.side} ${p.status}`);
    expect(now(without(c => c.modality === 'past'))).toEqual(now(record.periods));
  });

  test('nobody holds a place of whom no claim says so', () => {
    for (const p of record.periods) {
      if (p.holder == null || p.status !== 'held') continue;
      const sides = p.claims.map(id => claims.get(id)!).map(c => c.actor?.side ?? c.target?.side);
      expect(sides, `${p.place} ${p.validFrom}`).toContain(p.holder.side);
    }
  });
});

import {
  type ClaimActor,
  type ClaimDraft,
  type ClaimTime,
  fileReport,
  makeClaims,
  makeReport,
  type OriginKind,
  type PlaceKind,
  toInstant,
} from '../../model/index.ts';
import { normaliseName } from '../statements/normalise-name.ts';
import type { Piece } from './scenario.ts';

/** A labelled control row, as `GOLD.md` has it. */
export interface GoldRow {
  readonly event: string;
  readonly place: string;
  readonly kind: PlaceKind;
  readonly country?: string | null;
  readonly part?: string | null;
  readonly in?: string | null;
  readonly actor: string | null;
  readonly target: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly polarity: 'affirmed' | 'denied';
  readonly modality: 'actual' | 'possible' | 'planned' | 'past';
  readonly attributive?: boolean;
  readonly origin: { readonly name: string; readonly kind: OriginKind };
  readonly span?: readonly [number, number];
}

export interface GoldReport {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly control: readonly GoldRow[];
}

/** When reports without a date are filed. */
const FILED = '2020-01-01';

/** Whom the scorer takes for one side, by normalised name. */
export interface GoldSides {
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly groups: readonly (readonly string[])[];
}

/** Names of sides to one side: the first name of a group, or a state. */
export function sidesOf(sides: GoldSides): (name: string) => string {
  const known = new Map<string, string>();
  for (const group of sides.groups)
    for (const name of group) known.set(normaliseName(name), normaliseName(group[0]!));
  for (const [state, names] of Object.entries(sides.states))
    for (const name of [state, ...names]) known.set(normaliseName(name), normaliseName(state));
  return name => {
    const whole = normaliseName(name);
    const first = whole.split(' ')[0]!;
    return known.get(whole) ?? known.get(first) ?? whole;
  };
}

/** A labelled report as it would be filed, were it read without a fault. */
export function pieceOfGold(gold: GoldReport, sideOf: (name: string) => string): Piece {
  const report = fileReport(makeReport(gold), toInstant(gold.published ?? FILED));
  const actorOf = (name: string | null): ClaimActor | null =>
    name == null ? null : { id: sideOf(name), name, side: sideOf(name) };
  const drafts = gold.control.map((row): ClaimDraft => {
    const [start, end] = row.span ?? [0, Math.max(1, Math.min(40, gold.text.length))];
    const place = normaliseName(row.in == null ? row.place : `${row.in} ${row.place}`);
    return {
      in: 'text',
      kind: 'control',
      event: row.event,
      places: [
        {
          id: `x:${(row.country ?? 'zz').toLowerCase()}/-/${place}`,
          name: row.place,
          kind: row.kind,
          ...(row.part == null ? {} : { part: row.part }),
          ...(row.country == null ? {} : { country: row.country }),
        },
      ],
      actor: actorOf(row.actor),
      target: actorOf(row.target),
      time: timeOf(row),
      polarity: row.polarity,
      modality: row.modality,
      ...(row.attributive ? { attributive: true } : {}),
      attribution:
        row.origin.kind === 'outlet'
          ? []
          : [
              {
                name: row.origin.name,
                kind: row.origin.kind,
                role: 'said',
                ...(row.origin.kind === 'party'
                  ? { actor: { id: sideOf(row.origin.name), side: sideOf(row.origin.name) } }
                  : {}),
              },
            ],
      quote: { start, end, text: gold.text.slice(start, end) },
    };
  });
  return {
    report,
    reading: {
      report: report.id,
      reader: 'gold',
      claims: makeClaims(report.id, drafts),
      main: null,
      discrepancies: [],
      mentions: [],
      speech: [],
    },
  };
}

function timeOf({ from, to }: GoldRow): ClaimTime | null {
  if (from == null && to == null) return null;
  return { from, to, precision: from == null || to == null ? 'open' : from === to ? 'day' : 'range' };
}

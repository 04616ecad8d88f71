import {
  type Claim,
  type ClaimDraft,
  type Decision,
  type FiledReport,
  fileReport,
  hashId,
  type LedgerInput,
  makeClaims,
  makeReport,
  type OriginKind,
  type Reading,
  type Ruling,
  toInstant,
} from '../../model/index.ts';

/** A statement in short, for tests: "the red side took Arvo, says Example Wire". */
export interface Saying {
  readonly event?: string;
  readonly place?: string;
  readonly side?: string | null;
  readonly target?: string;
  /** Day or days that it is dated; none: undated. */
  readonly day?: string | readonly [string | null, string | null];
  readonly denied?: boolean;
  readonly modality?: Claim['modality'];
  readonly attributive?: boolean;
  readonly part?: string;
  readonly in?: 'text' | 'title';
  /** Who said it; none: the outlet itself. `side`: the party that the speaker stands for. */
  readonly said?: { readonly name: string; readonly kind: OriginKind; readonly side?: string };
  readonly figure?: Claim['figure'];
  readonly count?: Claim['count'];
  readonly quote?: string;
}

export interface Told {
  readonly outlet?: string | null;
  readonly on: string;
  readonly text?: string;
  readonly title?: string;
  readonly url?: string;
  readonly version?: { readonly of: string; readonly n: number };
  readonly says: readonly Saying[];
}

/** A report and its reading. */
export interface Piece {
  readonly report: FiledReport;
  readonly reading: Reading;
}

/** The place that made-up statements are about, unless they say another. */
export const ARVO = 'x:zz/-/arvo';

/** A made-up report with its claims. The text, where none is given, is unlike any other's. */
export function tell(told: Told): Piece {
  const own = hashId('t', [told.outlet ?? 'Example Wire', told.on, JSON.stringify(told.says)]);
  const text = told.text ?? `Dispatch ${own.match(/.{1,3}/g)!.join(' ')}.`;
  const report = fileReport(
    makeReport({
      text,
      outlet: told.outlet === undefined ? 'Example Wire' : told.outlet,
      published: told.on,
      title: told.title,
      url: told.url,
      version: told.version,
    }),
    toInstant(told.on),
  );
  const drafts = told.says.map(s => toDraft(s, text));
  return {
    report,
    reading: {
      report: report.id,
      reader: 'test',
      claims: makeClaims(report.id, drafts),
      main: null,
      discrepancies: [],
      mentions: [],
      speech: [],
    },
  };
}

export function toDraft(s: Saying, text: string): ClaimDraft {
  const kind = s.figure != null ? 'figure' : s.count != null ? 'count' : 'control';
  const [from, to] = s.day == null ? [null, null] : typeof s.day === 'string' ? [s.day, s.day] : s.day;
  const start = s.quote == null ? 0 : text.indexOf(s.quote);
  if (start < 0) throw new Error(`the text does not hold "${s.quote}"`);
  const quote = s.quote ?? text;
  return {
    in: s.in ?? 'text',
    kind,
    ...(kind === 'control' ? { event: s.event ?? 'capture' } : {}),
    places:
      s.place === ''
        ? []
        : [
            {
              id: s.place ?? ARVO,
              name: nameOf(s.place ?? ARVO),
              kind: 'city',
              country: 'ZZ',
              ...(s.part == null ? {} : { part: s.part }),
            },
          ],
    actor: s.side === null ? null : { id: s.side ?? 'red', name: s.side ?? 'red', side: s.side ?? 'red' },
    ...(s.target == null ? {} : { target: { id: s.target, name: s.target, side: s.target } }),
    ...(s.day == null
      ? {}
      : {
          time: { from, to, precision: from === to ? 'day' : from == null || to == null ? 'open' : 'range' },
        }),
    polarity: s.denied ? 'denied' : 'affirmed',
    modality: s.modality ?? 'actual',
    ...(s.attributive ? { attributive: true } : {}),
    attribution:
      s.said == null
        ? []
        : [
            {
              name: s.said.name,
              kind: s.said.kind,
              role: 'said',
              ...(s.said.side == null ? {} : { actor: { id: s.said.side, side: s.said.side } }),
            },
          ],
    ...(s.figure == null ? {} : { figure: s.figure }),
    ...(s.count == null ? {} : { count: s.count }),
    quote: { start, end: start + quote.length, text: quote },
  };
}

const nameOf = (place: string): string => {
  const last = place.split('/').at(-1)!;
  return last.charAt(0).toUpperCase() + last.slice(1);
};

/** What pieces and decisions make together. */
export const inputOf = (pieces: readonly Piece[], decisions: readonly Decision[] = []): LedgerInput => ({
  reports: pieces.map(p => p.report),
  readings: pieces.map(p => p.reading),
  decisions,
});

/** A decision, taken at a day's end or an instant. */
export const decide = (on: string, ruling: Ruling, why = 'for a test'): Decision => ({
  id: hashId('d', [on, why, JSON.stringify(ruling)]),
  by: 'analyst',
  why,
  at: toInstant(on),
  ruling,
});

/** A baseline: sides hold places from a day on, assumed. */
export const baseline = (on: string, holders: Readonly<Record<string, string>>): Decision =>
  decide(on, {
    kind: 'baseline',
    name: 'start',
    rows: Object.entries(holders).map(([place, side]) => ({
      place,
      placeName: nameOf(place),
      side,
      sideName: side,
      from: on,
    })),
  });

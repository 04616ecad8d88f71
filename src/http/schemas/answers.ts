import { z } from 'zod';
import { DISCREPANCY_KINDS, PLACE_KINDS } from '../../model/index.ts';
import { Claim, claimShape } from './claim.ts';

export { CLAIM_KINDS } from './claim.ts';

/** What the API answers, shape by shape, as src/model/ledger.ts has it. They describe; a test holds them against real answers. */

const named = <Shape extends z.ZodType>(id: string, shape: Shape): Shape => shape.meta({ id }) as Shape;
const id = z.string();
const ids = z.array(id);
const date = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });
const orNull = <Shape extends z.ZodType>(shape: Shape): z.ZodNullable<Shape> => shape.nullable();

export const SideView = named('SideView', z.object({ side: id, name: z.string() }));
const Holder = orNull(SideView);
const Status = z.enum(['held', 'contested', 'vacated', 'unknown']);
const Basis = z.enum(['confirmed', 'reported', 'claimed', 'disputed', 'assumed', 'decided']);

const PlaceView = named(
  'PlaceView',
  z.object({
    id,
    name: z.string(),
    kind: z.enum(PLACE_KINDS),
    country: orNull(id),
    admin1: orNull(id),
    admin1Name: orNull(z.string()),
    parent: orNull(id),
    lat: orNull(z.number()),
    lon: orNull(z.number()),
    seatOf: orNull(z.enum(['country', 'admin1', 'admin2'])),
    precision: z.enum(['exact', 'approximate', 'within', 'unresolved']),
  }),
);

export const StatusRow = named(
  'StatusRow',
  z.object({
    place: PlaceView,
    holder: Holder,
    status: Status,
    basis: Basis,
    since: date,
    sinceEarliest: orNull(date),
    until: orNull(date),
    knownSince: instant,
    origins: z.number(),
    claims: ids,
    against: ids,
    parts: z.array(z.string()),
    pressure: z.array(z.string()),
    lastWord: orNull(date),
  }),
);

export const ClaimView = named(
  'ClaimView',
  claimShape.extend({
    reportTitle: orNull(z.string()),
    outlet: orNull(z.string()),
    published: orNull(z.string()),
    known: instant,
    origin: z.string(),
    carriedFrom: orNull(id),
    verdict: orNull(z.enum(['accepted', 'rejected', 'corrected'])),
  }),
);

const Settlement = orNull(z.object({ claims: ids, decision: orNull(id), known: instant, note: z.string() }));

export const DiscrepancyRow = named(
  'DiscrepancyRow',
  z.object({
    id,
    kind: z.enum(DISCREPANCY_KINDS),
    places: z.array(z.object({ id, name: z.string() })),
    reports: ids,
    claims: ids,
    note: z.string(),
    knownSince: instant,
    settledBy: Settlement,
  }),
);

const BeliefStep = named(
  'BeliefStep',
  z.object({ known: instant, periods: z.array(StatusRow), claims: ids, note: z.string() }),
);

export const PlaceHistory = named(
  'PlaceHistory',
  z.object({
    place: PlaceView,
    periods: z.array(StatusRow),
    steps: z.array(BeliefStep),
    claims: z.array(ClaimView),
    discrepancies: z.array(DiscrepancyRow),
  }),
);

const reportRow = z.object({
  id,
  ref: orNull(id),
  title: orNull(z.string()),
  outlet: orNull(z.string()),
  published: orNull(z.string()),
  copyOf: orNull(id),
  known: instant,
  filed: instant,
  claims: z.number(),
  unread: orNull(z.string()),
});
export const ReportRow = named('ReportRow', reportRow);

const ReportDiscrepancy = z.object({
  kind: z.enum(DISCREPANCY_KINDS),
  claims: z.array(z.int()),
  note: z.string(),
});

export const ReportView = named(
  'ReportView',
  reportRow.extend({
    text: z.string(),
    url: orNull(z.string()),
    language: orNull(z.string()),
    authors: z.array(z.string()),
    updated: orNull(z.string()),
    claimViews: z.array(ClaimView),
    discrepancies: z.array(ReportDiscrepancy),
    copies: ids,
  }),
);

export const SearchResult = named(
  'SearchResult',
  z.object({
    reports: z.array(
      z.object({
        id,
        title: orNull(z.string()),
        outlet: orNull(z.string()),
        published: orNull(z.string()),
        known: instant,
        excerpt: z.string().describe('The words that matched stand between « and ».'),
      }),
    ),
    claims: z.array(ClaimView),
    places: z.array(PlaceView),
  }),
);

const rowOrNull = orNull(StatusRow);

export const Rereading = named(
  'Rereading',
  z.object({
    reader: z.string(),
    read: z.number(),
    changed: z.array(
      z.object({ report: id, title: orNull(z.string()), gained: z.array(Claim), lost: z.array(Claim) }),
    ),
    status: z.array(z.object({ before: rowOrNull, after: rowOrNull })),
    orphans: ids,
    accepted: z.boolean(),
  }),
);

export const Changes = named(
  'Changes',
  z.object({
    from: date,
    to: date,
    knownAt: orNull(instant),
    rows: z.array(
      z.object({
        place: PlaceView,
        on: date,
        known: instant,
        before: orNull(z.object({ holder: Holder, status: Status })),
        after: StatusRow,
        sentence: z.string(),
      }),
    ),
  }),
);

export const Filing = named(
  'Filing',
  z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('filed'),
      report: id,
      title: orNull(z.string()),
      claims: z.number(),
      copyOf: orNull(id),
      discrepancies: z.number(),
    }),
    z.object({ outcome: z.literal('known'), report: id, title: orNull(z.string()) }),
    z.object({ outcome: z.literal('unread'), report: id, title: orNull(z.string()), why: z.string() }),
    z.object({ outcome: z.literal('refused'), input: z.string(), why: z.string() }),
  ]),
);

export const Extent = named(
  'Extent',
  z.object({
    firstDay: orNull(date),
    lastDay: orNull(date),
    firstKnown: orNull(instant),
    lastKnown: orNull(instant),
    countries: z.array(z.object({ code: id, name: z.string(), places: z.number() })),
    reports: z.number(),
    claims: z.number(),
    places: z.number(),
    defaultAt: date,
    demo: z.boolean(),
  }),
);

const ControlPeriod = named(
  'ControlPeriod',
  z.object({
    place: id,
    holder: Holder,
    status: Status,
    basis: Basis,
    validFrom: date,
    validTo: orNull(date),
    sinceEarliest: orNull(date),
    knownFrom: instant,
    knownTo: orNull(instant),
    believedFrom: instant,
    origins: z.number(),
    claims: ids,
    against: ids,
    parts: z.array(z.string()),
    pressure: z.array(z.string()),
    lastWord: orNull(date),
  }),
);

export const PeriodTable = named(
  'PeriodTable',
  z.object({ places: z.array(PlaceView), periods: z.array(ControlPeriod) }),
);

export const PlaceMatch = named(
  'PlaceMatch',
  z.object({ place: PlaceView, score: z.number(), population: z.number(), inRecord: z.boolean() }),
);

export const DivisionShapes = named(
  'DivisionShapes',
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id,
        properties: z.object({
          id,
          name: z.string(),
          seat: orNull(id),
          shape: z.enum(['polygon', 'point']),
        }),
        geometry: z.object({
          type: z.enum(['Polygon', 'MultiPolygon', 'Point']),
          coordinates: z.array(z.unknown()),
        }),
      }),
    ),
  }),
);

export const LedgerEvent = named(
  'LedgerEvent',
  z.object({
    id,
    event: z.string(),
    place: id,
    actor: orNull(id),
    from: orNull(date),
    to: orNull(date),
    claims: ids,
    reports: ids,
    origins: z.number(),
  }),
);

export const FigureSeries = named(
  'FigureSeries',
  z.object({
    id,
    term: z.string(),
    unit: z.string(),
    who: orNull(z.string()),
    place: orNull(id),
    placeName: orNull(z.string()),
    origin: z.string(),
    points: z.array(
      z.object({
        claim: id,
        report: id,
        date: orNull(date),
        known: instant,
        low: orNull(z.number()),
        best: orNull(z.number()),
        high: orNull(z.number()),
        running: z.boolean(),
      }),
    ),
  }),
);

export const Decision = named(
  'Decision',
  z.object({
    id,
    by: z.string(),
    why: z.string(),
    at: instant,
    ruling: z.looseObject({ kind: z.string() }).describe('As it was posted: see Ruling.'),
    standing: z
      .enum(['in-force', 'undone', 'orphaned'])
      .optional()
      .describe('In lists: whether it is in force, was undone, or its claim is in no reading any more.'),
  }),
);

const spans = z.array(z.tuple([z.int(), z.int()]));

const Reading = named(
  'Reading',
  z.object({
    report: id,
    reader: z.string(),
    claims: z.array(Claim),
    main: orNull(z.int()),
    discrepancies: z.array(ReportDiscrepancy),
    mentions: z.array(z.looseObject({ kind: z.string(), start: z.int(), end: z.int(), text: z.string() })),
    speech: z.array(z.object({ source: spans, cue: spans, content: spans })),
    unread: z.string().optional(),
  }),
);

export const ReadAnswer = named(
  'ReadAnswer',
  z.object({
    reading: Reading,
    explanation: z
      .object({
        claims: z.array(z.object({ claim: z.int(), frame: z.string(), rules: z.array(z.string()) })),
        rejected: z.array(z.object({ frame: z.string(), words: z.string(), why: z.string() })),
      })
      .optional(),
  }),
);

export const Problem = named(
  'Problem',
  z
    .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
    .describe('RFC 9457: what went wrong, in one sentence for a person.'),
);

import {
  addDays,
  type CalendarDate,
  type ClaimDraft,
  type FiledReport,
  fileReport,
  makeClaims,
  makeReport,
  type Reading,
} from '../src/model/index.ts';
import { type Random, seededRandom } from './seeded-random.ts';

/** How much of what the stream brings. */
export interface StreamOptions {
  readonly seed: number;
  readonly claims: number;
  /** 5,000 unless told; the weight of the n-th is 1/n (Zipf). */
  readonly places?: number;
  /** 3,652 unless told: ten years from 1 January 2015. */
  readonly days?: number;
}

/** A filed report and its reading, in order of arrival. */
export interface Arrival {
  readonly report: FiledReport;
  readonly reading: Reading;
}

const COPIES = 0.3;
const DENIALS = 0.05;
const LATE = 0.2;
const START = '2015-01-01';
const OUTLETS = Array.from({ length: 40 }, (_, i) => `Newsroom ${i + 1}`);
/** Events by weight, as news has them: more fighting than changes of hands. */
const EVENTS: readonly (readonly [string, number])[] = [
  ['clash', 26],
  ['hold', 22],
  ['capture', 10],
  ['advance', 8],
  ['repel', 7],
  ['enter', 6],
  ['besiege', 4],
  ['withdraw', 4],
  ['recapture', 3],
  ['figure', 10],
];
const WORDS =
  'river road market gate hill tower bridge school camp depot square garden harbour mill quarry station border valley district column patrol convoy morning evening night families shops traders water bread fuel winter summer council elder teacher farmer driver smoke shells rifles trucks flags posts checkpoints trenches walls rain snow dust wind'.split(
    ' ',
  );

/** What goes on at a place: two sides, one of which holds it. */
interface Ground {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly sides: readonly [string, string];
  holder: 0 | 1;
}

/**
 * A seeded stream of reports about made-up places: Zipf weights, ten years, 30 % copies of another newsroom's text within
 * days, 5 % denials, 20 % that arrive up to four weeks after they were published. Each report has 1 to 6 claims; what they
 * tell follows a ground truth, so that places change hands, are fought over and held as in the news.
 */
export function* ledgerStream(options: StreamOptions): Generator<Arrival> {
  const random = seededRandom(options.seed);
  const grounds = makeGrounds(options.places ?? 5000);
  const pick = zipf(grounds.length);
  const days = options.days ?? 3652;
  // Claims a report on average, copies like the rest.
  const reports = Math.ceil(options.claims / 3.5);
  const recent: Arrival[] = [];
  const late: { readonly due: number; readonly arrival: Arrival }[] = [];
  let made = 0;
  for (let n = 0; made < options.claims; n++) {
    while (late.length > 0 && late[0]!.due <= n) yield late.shift()!.arrival;
    const on = addDays(START, Math.min(days - 1, Math.floor((n * days) / reports)));
    const isCopy = recent.length > 0 && random() < COPIES;
    const arrival = isCopy
      ? copyOf(recent[below(random, recent.length)]!, on, random)
      : originalOf(grounds, pick, on, n, random);
    made += arrival.reading.claims.length;
    if (!isCopy) {
      recent.push(arrival);
      if (recent.length > 12) recent.shift();
    }
    if (random() < LATE)
      insertDue(late, { due: n + 1 + below(random, Math.ceil((reports * 28) / days) + 1), arrival });
    else yield arrival;
  }
  for (const { arrival } of late) yield arrival;
}

const below = (random: Random, n: number): number => Math.floor(random() * n);

function insertDue<T extends { readonly due: number }>(list: T[], one: T): void {
  let i = list.length;
  while (i > 0 && list[i - 1]!.due > one.due) i--;
  list.splice(i, 0, one);
}

const makeGrounds = (n: number): Ground[] =>
  Array.from({ length: n }, (_, i) => {
    const country = `Z${String.fromCharCode(65 + (i % 26))}`;
    return {
      id: `x:${country.toLowerCase()}/-/place ${i}`,
      name: `Place ${i}`,
      country,
      sides: [`${country}-state`, `${country}-rebels-${i % 3}`] as const,
      holder: 0,
    };
  });

/** Draws indexes with weight 1/(i+1). */
function zipf(n: number): (random: Random) => number {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += 1 / (i + 1);
    sums[i] = sum;
  }
  return random => {
    const x = random() * sum;
    let low = 0,
      high = n - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (sums[mid]! < x) low = mid + 1;
      else high = mid;
    }
    return low;
  };
}

const sentence = (random: Random, lead: string): string =>
  `${lead} ${Array.from({ length: 14 }, () => WORDS[below(random, WORDS.length)]).join(' ')}.`;

function instantOf(on: CalendarDate, random: Random): string {
  const minutes = below(random, 1440);
  const two = (x: number): string => String(x).padStart(2, '0');
  return `${on}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00Z`;
}

function originalOf(
  grounds: readonly Ground[],
  pick: (random: Random) => number,
  on: CalendarDate,
  n: number,
  random: Random,
): Arrival {
  const ground = grounds[pick(random)]!;
  const drafts: Omit<ClaimDraft, 'quote'>[] = [];
  const sentences: string[] = [];
  for (let i = 1 + below(random, 6); i > 0; i--) {
    const where = i > 1 || random() < 0.8 ? ground : grounds[pick(random)]!;
    drafts.push(draftOf(where, on, random));
    sentences.push(sentence(random, `Dispatch ${n} on ${where.name}:`));
  }
  return file(OUTLETS[below(random, OUTLETS.length)]!, instantOf(on, random), sentences, drafts);
}

/** The same text in another newsroom, with a head or without its last paragraph. */
function copyOf(source: Arrival, on: CalendarDate, random: Random): Arrival {
  const sentences = source.report.text.split('\n\n');
  const drafts = source.reading.claims.map(({ id: _, report: __, quote: ___, ...draft }) => draft);
  const head = sentences.length > drafts.length ? [] : [sentence(random, 'A newsroom writes:')];
  const outlet = OUTLETS[below(random, OUTLETS.length)]!;
  return file(outlet, instantOf(on, random), [...head, ...sentences.slice(-drafts.length)], drafts);
}

function file(
  outlet: string,
  published: string,
  sentences: readonly string[],
  drafts: readonly Omit<ClaimDraft, 'quote'>[],
): Arrival {
  const text = sentences.join('\n\n');
  const report = fileReport(makeReport({ text, outlet, published }), new Date(published).toISOString());
  const first = sentences.length - drafts.length;
  const quoted = drafts.map((draft, i): ClaimDraft => {
    const quote = sentences[first + i]!;
    const start = text.indexOf(quote);
    return { ...draft, quote: { start, end: start + quote.length, text: quote } };
  });
  return {
    report,
    reading: {
      report: report.id,
      reader: 'bench',
      claims: makeClaims(report.id, quoted),
      main: null,
      discrepancies: [],
      mentions: [],
      speech: [],
    },
  };
}

function draftOf(ground: Ground, on: CalendarDate, random: Random): Omit<ClaimDraft, 'quote'> {
  const event = weighted(random);
  const holder = ground.sides[ground.holder],
    other = ground.sides[1 - ground.holder]!;
  const isTake = event === 'capture' || event === 'recapture';
  const denied = random() < DENIALS;
  const side = event === 'hold' || event === 'repel' || event === 'withdraw' ? holder : other;
  if (isTake && !denied) ground.holder = ground.holder === 0 ? 1 : 0;
  const day = addDays(on, -below(random, 3));
  const speaker = random();
  return {
    in: 'text',
    kind: event === 'figure' ? 'figure' : 'control',
    ...(event === 'figure' ? {} : { event }),
    places: [{ id: ground.id, name: ground.name, kind: 'town', country: ground.country }],
    actor: { id: side, name: side, side },
    ...(random() < 0.7 ? { time: { from: day, to: day, precision: 'day' as const, text: 'then' } } : {}),
    polarity: denied ? 'denied' : 'affirmed',
    modality: random() < 0.9 ? 'actual' : 'planned',
    ...(event === 'hold' && random() < 0.5 ? { attributive: true } : {}),
    attribution:
      speaker < 0.5
        ? []
        : speaker < 0.75
          ? [
              {
                name: `${denied ? holder : side} command`,
                kind: 'party',
                role: 'said',
                actor: { id: denied ? holder : side, side: denied ? holder : side },
              },
            ]
          : [{ name: 'local officials', kind: 'local-official', role: 'said' }],
    ...(event === 'figure'
      ? {
          figure: {
            term: 'killed',
            ...atOnce(1 + below(random, 40)),
            qualifier: random() < 0.5 ? ('exactly' as const) : ('at-least' as const),
            unit: 'people' as const,
          },
        }
      : {}),
  };
}

const atOnce = (n: number): { readonly min: number; readonly max: number } => ({ min: n, max: n });

function weighted(random: Random): string {
  let x = random() * 100;
  for (const [event, weight] of EVENTS) {
    x -= weight;
    if (x < 0) return event;
  }
  return 'clash';
}

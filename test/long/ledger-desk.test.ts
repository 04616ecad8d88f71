import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type {
  ClaimReference,
  ClaimView,
  PlaceHistory,
  Rereading,
  Ruling,
  StatusRow,
} from '../../src/model/index.ts';
import type { ScenarioReport } from '../scenarios/scenario.ts';
import { by, Desk, removeDesks, writeFor } from '../support/desk.ts';

// An analyst's day at one ledger, through the command line and the library: rulings and their undoing, what was known when,
// versions, shared words, reading again. Invented news in a year to come; each test has a town of its own.

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const NILE = 'Nile Courier',
  LAKE = 'Lakeside Gazette',
  WIRE = 'Meridian Wire',
  POST = 'Plateau Post';
const QUOTE =
  '"They came down the river road before dawn and there was nobody left in the barracks to meet them, only the cook and two sentries,"';

const REPORTS: readonly ScenarioReport[] = [
  ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Zalingei on Friday.'],
  ['2031-05-11', WIRE, 'The Sudanese army said that it had recaptured the town of Zalingei on Sunday.'],
  [
    '2031-05-12',
    LAKE,
    'The Rapid Support Forces denied that the Sudanese army had recaptured the town of Zalingei.',
  ],
  ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Kutum on Friday.'],
  ['2031-05-10', POST, 'The Chin National Army said it had captured the town of Falam on Friday.'],
  ['2031-05-10', POST, 'The Houthis captured the town of Zabid on Friday.'],
  [
    '2031-05-10',
    POST,
    'The Myanmar National Democratic Alliance Army captured the town of Lashio on Friday.',
  ],
  ['2031-05-11', WIRE, 'The Myanmar military denied that the town of Lashio had fallen.'],
  [
    '2031-05-10T08:00:00Z',
    WIRE,
    'The Karenni Nationalities Defence Force captured the town of Loikaw on Friday.',
    { url: 'https://wire.example/loikaw' },
  ],
  [
    '2031-05-10T12:00:00Z',
    WIRE,
    'Fighting went on near the Kayah state capital on Saturday, and traders there kept their shutters down.',
    { url: 'https://wire.example/loikaw' },
  ],
  [
    '2031-05-10',
    NILE,
    `The RSF captured the town of Singa on Friday. ${QUOTE} a resident said of that morning.`,
  ],
  [
    '2031-05-10',
    LAKE,
    `The town of Singa has been in the hands of the RSF since Friday.\n\nSchool examinations in the state were put off for a week, the ministry of education wrote to headmasters.\n\nGrain merchants in the east loaded what they had on camels and left by night for the border villages.\n\n${QUOTE} a resident said.`,
  ],
];

const desk: { it: Desk } = { it: null as never };
beforeAll(async () => {
  desk.it = await Desk.make();
  await desk.it.add(...REPORTS);
});
afterAll(async () => {
  await desk.it?.close();
  removeDesks();
});

const rowOf = async (place: string, at = '2031-05-20', knownAt?: string): Promise<string | null> => {
  const rows = await (await desk.it.ledger()).status(by, { at, knownAt });
  const row = rows.find(r => r.place.name === place);
  return row == null ? null : `${row.holder?.side ?? 'nobody'}, ${row.status}, ${row.basis}, ${row.since}`;
};
const claimsAt = async (place: string): Promise<ClaimView[]> =>
  (await (await desk.it.ledger()).claims(by, { place })).filter(c => c.kind === 'control');
const refer = (c: ClaimView): ClaimReference => ({
  claim: c.id,
  report: c.report,
  in: c.in,
  span: { start: c.quote.start, end: c.quote.end },
  kind: c.kind,
  place: c.places[0]?.id ?? null,
});
/** All at one instant, as a batch of rulings would be. */
const decide = async (ruling: Ruling, why = 'a test'): Promise<string> =>
  (await (await desk.it.ledger()).decide(by, ruling, why, '2031-05-18T00:00:00.000Z')).id;
const undo = (decision: string): Promise<string> => decide({ kind: 'undo', decision });

test('history shows how belief changed: taken, said to be retaken, that denied', async () => {
  const history = await desk.it.json<PlaceHistory>('history', 'Zalingei');
  expect(history.steps.map(s => s.known.slice(0, 10))).toEqual(['2031-05-10', '2031-05-11', '2031-05-12']);
  expect(history.steps.map(s => s.note).join(' ')).toMatch(/Rapid Support Forces/);
  expect(await rowOf('Zalingei', '2031-05-10', '2031-05-10')).toBe('rsf, held, reported, 2031-05-09');
  expect(await rowOf('Zalingei', '2031-05-11', '2031-05-11')).toBe('sudan, held, claimed, 2031-05-11');
  expect(await rowOf('Zalingei')).toBe('rsf, contested, disputed, 2031-05-11');
  expect(await rowOf('Zalingei', '2031-05-20', '2031-05-09')).toBe(null);
});

test('each line says when its last word came', async () => {
  const rows = await (await desk.it.ledger()).status(by, { at: '2031-06-20' });
  expect(rows.find(r => r.place.name === 'Kutum')?.lastWord).toBe('2031-05-10');
});

test('filing twice changes nothing, and says so', async () => {
  const before = await desk.it.json<StatusRow[]>('status', '--at', '2031-05-20');
  await desk.it.add(...[...REPORTS].reverse());
  expect(await desk.it.json<StatusRow[]>('status', '--at', '2031-05-20')).toEqual(before);
});

test('a late arrival is known since it was published', async () => {
  await desk.it.add(['2031-05-05', LAKE, 'The Sudanese army controls the town of Kutum.']);
  expect(await rowOf('Kutum', '2031-05-06', '2031-05-06')).toBe('sudan, held, reported, 2031-05-05');
  expect(await rowOf('Kutum')).toBe('rsf, held, reported, 2031-05-09');
});

test('a claim that a later version of its page drops counts until then', async () => {
  expect(await rowOf('Loikaw', '2031-05-20', '2031-05-10T09:00:00Z')).toBe(
    'karenni, held, reported, 2031-05-09',
  );
  expect(await rowOf('Loikaw', '2031-05-20', '2031-05-10T13:00:00Z')).not.toBe(
    'karenni, held, reported, 2031-05-09',
  );
});

test('one quotation in two stories is one origin for what is quoted, and the stories stay two', async () => {
  const reports = await (await desk.it.ledger()).reports(by);
  expect(reports.filter(r => r.copyOf != null)).toEqual([]);
  expect(await rowOf('Singa')).toBe('rsf, held, confirmed, 2031-05-09');
});

test('accept, reject, and their undoing', async () => {
  const [claim] = await claimsAt('Falam');
  const was = 'chin-forces, held, claimed, 2031-05-09';
  expect(await rowOf('Falam')).toBe(was);
  const accepted = await decide({ kind: 'accept', claim: refer(claim!) });
  expect(await rowOf('Falam')).toBe('chin-forces, held, decided, 2031-05-09');
  expect(await rowOf('Falam', '2031-05-20', '2031-05-17')).toBe(was);
  await undo(accepted);
  expect(await rowOf('Falam')).toBe(was);
  const printed = JSON.parse(
    await desk.it.run('decide', 'reject', claim!.id, '--why', 'a hoax', '--json'),
  ) as {
    id: string;
  };
  expect(await rowOf('Falam', '2031-05-20')).toBe(null);
  await desk.it.run('decide', 'undo', printed.id, '--why', 'no hoax');
  expect(await rowOf('Falam')).toBe(was);
  const list = await (await desk.it.ledger()).decisions(by);
  expect(list.find(d => d.id === printed.id)).toMatchObject({ why: 'a hoax', standing: 'undone' });
});

test('correct: the place, the actor and the day of a claim', async () => {
  const [claim] = await claimsAt('Zabid');
  const elsewhere = await decide({
    kind: 'correct',
    claim: refer(claim!),
    place: { id: 'gn:77017', name: 'Bayhan', kind: 'town', country: 'YE' },
    actor: { id: 'yemen', name: 'Yemeni government', side: 'yemen' },
    time: { from: '2031-05-06', to: '2031-05-06', precision: 'day' },
  });
  expect([await rowOf('Zabid'), await rowOf('Bayhan')]).toEqual([null, 'yemen, held, reported, 2031-05-06']);
  await undo(elsewhere);
  expect([await rowOf('Zabid'), await rowOf('Bayhan')]).toEqual([
    'houthis, held, reported, 2031-05-09',
    null,
  ]);
});

test('rule on a period; settle a discrepancy; each undone', async () => {
  expect(await rowOf('Lashio')).toBe('mndaa, held, disputed, 2031-05-09');
  const ruled = await decide({
    ...{ kind: 'rule', place: 'gn:1314759', side: 'myanmar', from: '2031-05-12', to: null },
    status: 'held',
  });
  expect(await rowOf('Lashio')).toBe('myanmar, held, decided, 2031-05-12');
  await undo(ruled);
  expect(await rowOf('Lashio')).toBe('mndaa, held, disputed, 2031-05-09');
  const open = async () =>
    (await (await desk.it.ledger()).discrepancies(by, { open: true })).filter(d =>
      d.places.some(p => p.name === 'Lashio'),
    );
  const [denial] = await open();
  expect(denial?.kind).toBe('denial');
  const settled = await decide({ kind: 'settle', discrepancy: denial!.id });
  expect(await open()).toEqual([]);
  await undo(settled);
  expect((await open()).map(d => d.id)).toEqual([denial!.id]);
});

test('merge places: what is told of one is told of the other', async () => {
  const merged = await decide({ kind: 'merge-places', from: 'gn:371745', into: 'gn:363533' });
  expect(await rowOf('Kutum')).toBe(null);
  await undo(merged);
  expect(await rowOf('Kutum')).toBe('rsf, held, reported, 2031-05-09');
});

test('a baseline from a CSV is assumed, and outranks older words only', async () => {
  const file = writeFor('start.csv', 'place,name,side,from\ngn:69426,Zinjibar,yemen,2031-05-01\n');
  await desk.it.run('decide', 'baseline', file, '--why', 'where we start');
  expect(await rowOf('Zinjibar')).toBe('yemen, held, assumed, 2031-05-01');
  await desk.it.add(['2031-05-12', POST, 'The Houthis captured the town of Zinjibar in Yemen on Sunday.']);
  expect(await rowOf('Zinjibar')).toBe('houthis, held, reported, 2031-05-11');
});

test('reading again: the difference is shown first; a decision whose claim is gone is orphaned, not dropped', async () => {
  const [claim] = await claimsAt('Falam');
  const accepted = await decide({ kind: 'accept', claim: refer(claim!) }, 'seen on video');
  const same = await desk.it.json<Rereading>('reread', '--dry-run');
  expect([same.changed, same.accepted]).toEqual([[], false]);
  await desk.it.close();
  const blind = await desk.it.ledger({
    reader: {
      version: 'blind-1',
      read: report => ({
        ...{ report: report.id, reader: 'blind-1', claims: [], main: null },
        ...{ discrepancies: [], mentions: [], speech: [] },
      }),
      explain: () => {
        throw new Error('not asked');
      },
    },
  });
  const dry = await blind.reread(by, { dryRun: true });
  expect(dry.accepted).toBe(false);
  expect(dry.orphans).toEqual([accepted]);
  expect(dry.changed.length).toBeGreaterThan(5);
  expect(await rowOf('Falam')).toBe('chin-forces, held, decided, 2031-05-09');
  expect((await blind.reread(by)).accepted).toBe(true);
  expect(await rowOf('Falam')).toBe(null);
  expect((await blind.decisions(by)).find(d => d.id === accepted)?.standing).toBe('orphaned');
  await desk.it.close();
  // The better reader's claim is the same words at the same place: the decision holds it again.
  await (await desk.it.ledger()).reread(by);
  expect(await rowOf('Falam')).toBe('chin-forces, held, decided, 2031-05-09');
  expect((await (await desk.it.ledger()).decisions(by)).find(d => d.id === accepted)?.standing).toBe(
    'in-force',
  );
});

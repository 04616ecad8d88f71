import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalLedger, openLedger, read } from '../src/dateline.ts';
import { type Serving, serve } from '../src/http/index.ts';
import { dateline } from './support/command-line.ts';
import { makeLedgerDirectory, makeTemporary, removeDirectories } from './support/pglite.ts';

let folder: string, ledger: string;
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const STORY =
  'The Taliban captured the city of Farah on Tuesday, a member of the provincial council told Ridge Post.\n';

beforeAll(async () => {
  folder = makeTemporary();
  ledger = await makeLedgerDirectory();
});
afterAll(removeDirectories);

/** One line, no stack trace. */
const expectOneLine = (err: string, line: string): void => {
  expect(err).toContain(line);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\n\s+at /);
};

describe('bad input gets one clear line and an exit code', () => {
  test.each([
    ['an empty file', '', 'it is empty'],
    ['a binary', Buffer.from([0, 1, 2, 3, 255, 254, 0, 7, 0, 1]), 'it is binary'],
    ['a PDF renamed .txt', '%PDF-1.7\n1 0 obj', 'the PDF cannot be read'],
    [
      'another language',
      'Les rebelles ont pris la ville mardi, selon un habitant joint par téléphone.',
      'written in French',
    ],
    [
      'five megabytes of text',
      'The army left the town. '.repeat(220_000),
      'its text has 5,280,000 characters',
    ],
  ])('%s', async (name, content, line) => {
    const path = write(`${name}.txt`, content);
    const { code, out, err } = await dateline(['read', path]);
    expect([code, out]).toEqual([1, '']);
    expectOneLine(err, line);
    expect(err).toContain(path);
  });

  test.each([
    [['read', '/no/such/file'], 1, '/no/such/file: there is no such file'],
    [['read', tmpdir()], 1, 'is a folder'],
    [['read', '-', '--published', '10/08/2021'], 2, "'10/08/2021' is invalid. Write a date as YYYY-MM-DD"],
    [['read', '--mentions', '-'], 2, '--mentions goes with --json or --jsonl'],
    [['read', 'http://127.0.0.1:9/'], 1, '127.0.0.1 is no address of the open internet'],
    [['status', '--country', 'AFG'], 2, "'AFG' is invalid"],
    [['status', '--at', '2021-02-31'], 2, "'2021-02-31' is invalid"],
    [['serve', '--port', '99999'], 2, "'99999' is invalid"],
    [['stauts'], 2, "unknown command 'stauts' (Did you mean status?)"],
    [['read', '--jsn'], 2, "unknown option '--jsn' (Did you mean --json?)"],
    [['decide', 'accept', 'c1'], 2, "required option '--why <text>' not specified"],
    [['export', '--format', 'xml'], 2, "'xml' is invalid"],
    [['sitrep', '--from', '2021-08-01'], 2, "required option '--to <date>' not specified"],
  ])('%j → %i', async (args, code, line) => {
    const answer = await dateline(args, 'x');
    expect(answer.code).toBe(code);
    expectOneLine(answer.err, line);
  });

  test('a ledger that is not there', async () => {
    const { code, err } = await dateline(['status', '--database', join(folder, 'nowhere')]);
    expect(code).toBe(1);
    expectOneLine(err, 'nowhere');
  });
});

describe('read', () => {
  test('prints claims with their words, for people', async () => {
    const path = write('story.txt', STORY);
    const { code, out } = await dateline([
      'read',
      path,
      '--published',
      '2021-08-10',
      '--outlet',
      'Ridge Post',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Ridge Post · 10 Aug 2021');
    expect(out).toMatch(/capture: .*Farah — (the )?Taliban/);
    expect(out).toMatch(/“[^”]*captured the city of Farah/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('prints JSON whose offsets count into the text as it came', async () => {
    const { out } = await dateline(
      ['read', '-', '--json', '--mentions', '--published', '2021-08-10'],
      `\r\n ${STORY}`,
    );
    const answer = JSON.parse(out);
    expect(answer.claims.length).toBeGreaterThan(0);
    for (const { quote } of answer.claims)
      expect(`\r\n ${STORY}`.slice(quote.start, quote.end)).toBe(quote.text);
    expect(Object.keys(answer)).toEqual(['id', 'main', 'claims', 'discrepancies', 'mentions', 'speech']);
  });

  test('says for each claim what made it', async () => {
    const { out } = await dateline(['read', '-', '--explain', '--published', '2021-08-10'], STORY);
    expect(out).toMatch(/· frame \S+/);
  });

  test('filters JSON lines: bad lines are named and the others go on', async () => {
    const lines = [
      '{"id":7,"text":"Rebels seized the town of Farah on Tuesday.","published":"2021-08-10"}',
      '{bad',
      '',
      '{"text":5}',
      '{"id":"z","text":"Nothing happened."}',
    ];
    const { code, out, err } = await dateline(['read', '--jsonl'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(answers.map(answer => answer.id)).toEqual(['7', 'z']);
    expect(Object.keys(answers[1])).toEqual(['id', 'main', 'claims', 'discrepancies']);
    expect(err.trim().split('\n')).toEqual([
      'dateline: standard input, line 2: not JSON: {bad',
      'dateline: standard input, line 4: "text" is 5: it must be a string',
    ]);
    expect(code).toBe(1);
  });
});

describe('a ledger that a server holds: the commands work through it', () => {
  let opened: LocalLedger, serving: Serving;
  beforeAll(async () => {
    opened = (await openLedger({ database: ledger, command: 'dateline serve' })) as LocalLedger;
    serving = await serve(opened, {
      port: 0,
      host: '127.0.0.1',
      version: '0.0.0',
      read: async input => ({ reading: await read(input) }),
      announce: address => opened.announce({ address }),
    });
  });
  afterAll(async () => {
    await serving.stop(100);
    await opened.close();
  });
  const at = (...args: string[]) => dateline([...args, '--database', ledger]);
  const json = async (...args: string[]) => JSON.parse((await at(...args, '--json')).out);

  test('files a folder, page and text, and says what became of each', async () => {
    const reports = join(folder, 'reports');
    mkdirSync(reports);
    writeFileSync(join(reports, 'a.txt'), STORY);
    writeFileSync(join(reports, 'b.txt'), '');
    const story = JSON.stringify({
      id: 'b-1',
      title: 'Herat',
      published: '2021-08-12',
      outlet: 'Harbour Wire',
      text: 'Taliban fighters took Herat on Thursday.',
    });
    writeFileSync(join(reports, 'c.jsonl'), `${story}\n`);
    const { code, out, err } = await at(
      'add',
      reports,
      '--outlet',
      'Ridge Post',
      '--published',
      '2021-08-10',
    );
    expect(out).toMatch(/^2 reports filed with \d+ claims, 1 refused\n$/);
    expect(err).toContain('b.txt: it is empty');
    expect(code).toBe(1);
    expect(
      (await at('add', join(reports, 'a.txt'), '--outlet', 'Ridge Post', '--published', '2021-08-10')).out,
    ).toBe('1 known before\n');
  });

  test('shows the reports, with the ids that they came in with', async () => {
    const reports = await json('reports');
    expect(reports.map((row: { ref: string | null }) => row.ref).sort()).toEqual(['b-1', null]);
    expect((await at('reports')).out).toMatch(/REPORT +PUBLISHED +OUTLET/);
  });

  test('takes a baseline, rules, and undoes', async () => {
    const baseline = write(
      'baseline.csv',
      'place,name,side,from\ngn:1140026,"Herat, the city",afghanistan,2021-05-01\n',
    );
    const taken = await json('decide', 'baseline', baseline, '--why', 'as the year began');
    expect(taken.ruling.rows).toEqual([
      {
        place: 'gn:1140026',
        placeName: 'Herat, the city',
        side: 'afghanistan',
        sideName: expect.any(String),
        from: '2021-05-01',
      },
    ]);
    expect(taken.at).toBe('2021-05-01T00:00:00.000Z');
    const bad = write('bad.csv', 'place,side,from\ngn:1140026,afghanistan,May\n');
    expect((await at('decide', 'baseline', bad, '--why', 'x')).err).toContain(
      'bad.csv, line 2: "May" is no date',
    );
    const ruled = await json(
      'decide',
      'rule',
      // The city, which the record tells of, not the province of the same name.
      'Herat',
      '--side',
      'taliban',
      '--from',
      '2021-08-13',
      '--why',
      'seen on film',
    );
    expect(ruled.ruling.place).toBe('gn:1140026');
    const [row] = await json('status', 'gn:1140026', '--at', '2021-08-13');
    expect(row).toMatchObject({ holder: { side: 'taliban' }, basis: 'decided', since: '2021-08-13' });
    await at('decide', 'undo', ruled.id, '--why', 'it was another town');
    const [before] = await json('status', 'gn:1140026', '--at', '2021-08-13');
    expect(before.basis).not.toBe('decided');
    await at(
      'decide',
      'rule',
      'iso:AF-HER',
      '--side',
      'taliban',
      '--from',
      '2021-08-13',
      '--why',
      'all of it',
    );
    const { out } = await at('status', '--at', '2021-08-13');
    expect(out).toMatch(/^Herat {2}/m);
    expect(out).toContain('Herat (province)');
    expect((await at('decide', 'list')).out).toContain('seen on film');
  });

  test('shows status, history, changes and discrepancies, for people and as JSON', async () => {
    expect((await at('status', '--at', '2021-08-12')).out).toMatch(/PLACE +HELD BY/);
    expect((await at('history', 'gn:1140026')).out).toContain('Who held it');
    expect((await json('history', 'gn:1140026')).place.id).toBe('gn:1140026');
    expect((await at('changes', '--from', '2021-08-01', '--to', '2021-08-13')).out).toContain('Aug 2021');
    expect(await json('discrepancies')).toEqual(expect.any(Array));
    expect((await at('places', 'Herat', '--country', 'AF')).out).toContain('gn:1140026');
  });

  test('exports, without cells that a spreadsheet would run', async () => {
    const out = join(folder, 'status.csv');
    await at('export', '--format', 'csv', '--at', '2021-08-13', '--out', out);
    const [head, ...rows] = readFileSync(out, 'utf8').trim().split('\r\n');
    expect(head).toMatch(/^place,place_name,kind/);
    expect(rows.some(row => row.startsWith('gn:1140026,'))).toBe(true);
    const geojson = JSON.parse((await at('export', '--format', 'geojson', '--at', '2021-08-13')).out);
    expect(geojson.features.map((f: { id: string }) => f.id)).toContain('gn:1140026');
    const lines = (await at('export', '--format', 'jsonl')).out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(0);
    const acled = (await at('export', '--format', 'acled', '--country', 'AF')).out;
    expect(acled).toMatch(/^event_id_cnty,event_date,.*\r\nAFG\d+,2021-/);
  });

  test('writes a situation report, in each form', async () => {
    const when = ['sitrep', '--from', '2021-08-01', '--to', '2021-08-13', '--country', 'AF'];
    expect((await at(...when)).out).toMatch(/^# Afghanistan: 1 to 13 August 2021\n/);
    const pdf = join(folder, 'report.pdf');
    await at(...when, '--format', 'pdf', '--out', pdf);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const structure = JSON.parse((await at(...when, '--json')).out) as { changes: unknown[] };
    expect(structure.changes.length).toBeGreaterThan(0);
  });
});

describe('a ledger of its own', () => {
  test('a port in use is said, and the ledger is closed again', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise(done => blocker.once('listening', done));
    const port = String((blocker.address() as { port: number }).port);
    const own = ['--database', await makeLedgerDirectory()];
    const { code, err } = await dateline(['serve', '--port', port, ...own]);
    blocker.close();
    expect(code).toBe(1);
    expectOneLine(err, `port ${port} is in use`);
    expect(await dateline(['reports', ...own])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('No report is on file yet'),
    });
  }, 120_000);
});

describe('help', () => {
  test.each([['--help'], ['read', '--help'], ['decide', 'rule', '--help']])('%s', async (...args) => {
    const { code, out } = await dateline(args);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: dateline/);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(130);
  });

  test.each([['bash'], ['zsh']])(
    'the completion script for %s names commands and options, and bash can read it',
    async shell => {
      const { out } = await dateline(['completion', shell]);
      for (const word of ['discrepancies', '--known-at', 'merge-places']) expect(out).toContain(word);
      const checked = spawnSync('bash', ['-n'], { input: out });
      expect(checked.status, String(checked.stderr)).toBe(0);
    },
  );

  test('bash completes options of a command below a command', async () => {
    const { out } = await dateline(['completion', 'bash']);
    const script = `${out}\nCOMP_WORDS=(dateline decide rule --s); COMP_CWORD=3; _dateline; echo "\${COMPREPLY[@]}"`;
    expect(String(spawnSync('bash', ['-c', script]).stdout).trim()).toBe('--side --status');
  });
});

test('a bad address in a list of feeds keeps no other from being watched, and is named', async () => {
  const list = write(
    'list.opml',
    `<opml version="2.0"><body>
       <outline text="Ridge" xmlUrl="https://ridge.example/feed.xml"/>
       <outline text="Inside" xmlUrl="http://10.0.0.7/feed.xml"/>
       <outline text="Hill" xmlUrl="https://hill.example/feed.xml"/>
     </body></opml>`,
  );
  const own = ['--database', ledger];
  const { code, out, err } = await dateline(['feeds', 'add', list, ...own]);
  expect(code).toBe(1);
  expectOneLine(err, 'refused  "http://10.0.0.7/feed.xml" is not watched');
  expect(out).toContain('2 feeds added, 1 refused');
  const listed = await dateline(['feeds', 'list', '--json', ...own]);
  expect((JSON.parse(listed.out) as { address: string }[]).map(feed => feed.address)).toEqual([
    'https://hill.example/feed.xml',
    'https://ridge.example/feed.xml',
  ]);
});

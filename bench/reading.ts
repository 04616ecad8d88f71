import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Language from '../src/language/index.ts';
import type * as Parsing from '../src/language/parse-text.ts';
import type * as Model from '../src/model/index.ts';
import type * as Reading from '../src/reading/read.ts';
import { makeTexts } from './make-texts.ts';

type ReportInput = Model.ReportInput;

const ROUNDS = 6;
const root = new URL('..', import.meta.url).pathname;

/** What is measured is what people run, dist/: run from src/ by tsx, every inner function costs a name more. */
const built = async <T>(module: string): Promise<T> => {
  const file = join(root, 'dist', module);
  if (!existsSync(file)) throw new Error(`bench: ${file} is not there: run "npm run build" first`);
  return import(file);
};
const { loadLanguage, parseText } = await built<typeof Language>('language/index.js');
const { loadAnalyser } = await built<typeof Parsing>('language/parse-text.js');
const { makeReport } = await built<typeof Model>('model/index.js');
const { createReader } = await built<typeof Reading>('reading/read.js');

interface Contender {
  readonly name: string;
  read(report: ReportInput): void;
}

/**
 * Bare wink-nlp, the language layer and the whole reader on the same texts, text by text in turn and in processor time,
 * so that what else the machine does meets all alike. `--flat N` reads N reports and compares the first tenth with the last, with the memory.
 */
export async function run(options: readonly string[]): Promise<void> {
  const contenders = loadContenders();
  const flat = options.indexOf('--flat');
  if (flat >= 0) return readMany(contenders.at(-1)!, Number(options[flat + 1] ?? 10_000));
  for (const [name, reports] of Object.entries(reportSets())) compare(name, reports, contenders);
  measureAnalysis(reportSets());
  measureColdStart();
}

function loadContenders(): Contender[] {
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model')) as { readDoc(text: string): unknown };
  const began = performance.now();
  loadLanguage();
  console.log(`language layer loaded in ${(performance.now() - began).toFixed(0)} ms`);
  const reader = createReader();
  return [
    { name: 'bare wink-nlp', read: ({ text }) => void wink.readDoc(text) },
    { name: 'text to document', read: ({ text }) => void parseText(text) },
    { name: 'whole reader', read: report => void reader.read(makeReport(report)) },
  ];
}

function reportSets(): Record<string, ReportInput[]> {
  const sets: Record<string, ReportInput[]> = { 'invented reports': makeTexts(60).map(text => ({ text })) };
  for (const collection of list(join(root, 'collections'))) {
    const folder = join(root, 'collections', collection, 'dispatches');
    const files = list(folder).filter(file => file.endsWith('.json'));
    if (files.length > 0)
      sets[`collection ${collection}`] = files.map(file =>
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      );
  }
  const dev = join(process.env.DATELINE_EVAL ?? join(root, '../shared/eval'), 'reports.json');
  if (existsSync(dev)) sets['reports.json (development)'] = JSON.parse(readFileSync(dev, 'utf8'));
  return sets;
}

const list = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
/** Milliseconds of processor time of this process, so that other processes count little. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function compare(name: string, reports: readonly ReportInput[], contenders: readonly Contender[]): void {
  const tokens = reports.reduce((sum, { text }) => sum + parseText(text).tokens.length, 0);
  const rounds: number[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const spent = contenders.map(() => 0);
    for (const report of reports)
      for (const [i, contender] of contenders.entries()) {
        const began = processorTime();
        contender.read(report);
        spent[i]! += processorTime() - began;
      }
    if (round > 0) rounds.push(spent);
  }
  console.log(`${name}: ${reports.length} reports, ${tokens} tokens, ${ROUNDS} rounds`);
  for (const [i, { name: contender }] of contenders.entries()) {
    const speed = tokens / (median(rounds.map(spent => spent[i]!)) / 1000);
    const ratio = median(rounds.map(spent => spent[i]! / spent[0]!));
    console.log(
      `  ${contender.padEnd(18)}${Math.round(speed).toLocaleString('en').padStart(10)} tokens/s  ${ratio.toFixed(1)} × wink`,
    );
  }
}

/** Tags and trees alone, on tokens that are there already. */
function measureAnalysis(sets: Record<string, ReportInput[]>): void {
  const analyse = loadAnalyser();
  const sentences = Object.values(sets).flatMap(reports =>
    reports.flatMap(({ text }) => {
      const { sentences, tokens } = parseText(text);
      return sentences.map(({ first, last }) => tokens.slice(first, last).map(token => token.text));
    }),
  );
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0);
  const times = Array.from({ length: ROUNDS }, () => {
    const began = processorTime();
    analyse(sentences);
    return processorTime() - began;
  });
  const speed = (time: number): string => Math.round(tokens / (time / 1000)).toLocaleString('en');
  console.log(
    `tags and trees alone: ${speed(median(times))} tokens/s (best round ${speed(Math.min(...times))})`,
  );
}

function measureColdStart(): void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const file = join(folder, 'report.txt');
  writeFileSync(file, makeTexts(1)[0]!);
  const times: number[] = [];
  for (let k = 0; k < 5; k++) {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/dateline.js'), 'read', file]);
    if (status !== 0) {
      console.log(`cold start: dateline read failed: ${stderr.toString().split('\n')[0]}`);
      break;
    }
    times.push(performance.now() - began);
  }
  rmSync(folder, { recursive: true });
  if (times.length > 0)
    console.log(
      `cold dateline read: ${median(times).toFixed(0)} ms (best ${Math.min(...times).toFixed(0)} ms)`,
    );
}

function readMany({ name, read }: Contender, count: number): void {
  const texts = makeTexts(count, 2);
  const tenth = Math.max(1, Math.floor(count / 10));
  let last = performance.now();
  for (const [i, text] of texts.entries()) {
    read({ text });
    if ((i + 1) % tenth !== 0) continue;
    const now = performance.now();
    const memory = process.memoryUsage().rss / 2 ** 20;
    console.log(
      `${name}: ${i + 1} reports, ${((now - last) / tenth).toFixed(2)} ms each, ${memory.toFixed(0)} MB resident`,
    );
    last = now;
  }
}

import { IntakeError } from '../../src/intake/index.ts';
import { TARGETS, type Target } from './fuzz-targets.ts';

/** A generator of numbers from a seed (mulberry32): 0 up to 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces that parsers stumble over. */
const STUMBLES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '\0',
  '\r\n',
  '\n\n',
  '=',
  '--b',
  ']]>',
  '<![CDATA[',
  '&#x0;',
  '&#1114112;',
  '\ufeff',
  '\ud800',
  '999999999999',
  '-1',
  '1e999',
  'Content-Length: 4294967296\r\n',
  'WARC/1.0\r\n',
  '{',
  '[',
  '}',
  '\\u',
  '%',
  'endobj',
  'stream',
  '<div>',
  '</p>',
  '<!--',
  '<?xml',
  '__proto__',
];

/** The sample with some bytes changed, cut out, doubled, moved or put in, as the numbers have it. */
export function mutate(sample: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(sample);
  const at = (): number => Math.floor(random() * (bytes.length + 1));
  for (let n = 1 + Math.floor(random() * 6); n > 0; n--) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const kind = Math.floor(random() * 6);
    if (kind === 0 && bytes.length > 0) bytes[Math.min(from, bytes.length - 1)] = Math.floor(random() * 256);
    else if (kind === 1)
      bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 200))]);
    else if (kind === 2) {
      const piece = bytes.subarray(from, Math.min(to, from + 400));
      const times = Math.min(1 + Math.floor(random() * 50), Math.floor(20_000 / (piece.length + 1)));
      bytes = Buffer.concat([
        bytes.subarray(0, from),
        ...Array.from({ length: times }, () => piece),
        bytes.subarray(from),
      ]);
    } else if (kind === 3) {
      const stumble = Buffer.from(STUMBLES[Math.floor(random() * STUMBLES.length)]!);
      bytes = Buffer.concat([bytes.subarray(0, from), stumble, bytes.subarray(from)]);
    } else if (kind === 4) bytes = Buffer.from(bytes.subarray(0, from));
    else if (bytes.length > 0) {
      const bit = Math.min(from, bytes.length - 1);
      bytes[bit] = bytes[bit]! ^ (1 << Math.floor(random() * 8));
    }
  }
  return bytes;
}

export interface Fuzzed {
  readonly inputs: number;
  readonly refused: number;
  /** Of the input that took longest: milliseconds of the processor. */
  readonly slowest: number;
  /** Most memory above that at the start, in bytes. */
  readonly memory: number;
  /** What is neither read nor refused in one line: a bug. */
  readonly failures: readonly string[];
  /** By parser. */
  readonly each: Readonly<
    Record<string, { readonly inputs: number; readonly refused: number; readonly slowest: number }>
  >;
}

/**
 * Hands every parser mutated inputs, `inputs` in all, the same ones for the same seed, whatever the other parsers are. `only` names those
 * that are meant, each of which then has its share of `inputs`.
 */
export async function fuzz(inputs: number, seed: number, only?: RegExp): Promise<Fuzzed> {
  const targets = TARGETS.filter(target => only == null || only.test(target.name));
  const shares = targets.reduce((sum, target) => sum + target.share, 0);
  const before = process.memoryUsage().rss;
  const failures: string[] = [];
  let done = 0,
    memory = 0;
  const each: Record<string, { inputs: number; refused: number; slowest: number }> = {};
  for (const target of targets) {
    const random = numbersFrom(seed ^ seedOf(target.name));
    const mine = { inputs: Math.ceil((inputs * target.share) / shares), refused: 0, slowest: 0 };
    each[target.name] = mine;
    for (let n = mine.inputs; n > 0; n--) {
      const input = mutate(target.sample, random);
      const started = process.cpuUsage();
      try {
        await target.parse(input);
      } catch (error) {
        if (isRefusal(error, target)) mine.refused++;
        else if (failures.filter(one => one.startsWith(`${target.name}: `)).length < 3)
          failures.push(
            `${target.name}: ${(error as Error).stack ?? error}\n${Buffer.from(input).toString('base64').slice(0, 4000)}`,
          );
      }
      const { user, system } = process.cpuUsage(started);
      mine.slowest = Math.max(mine.slowest, (user + system) / 1000);
      if (++done % 200 === 0) memory = Math.max(memory, process.memoryUsage().rss - before);
    }
  }
  const parts = Object.values(each);
  const refused = parts.reduce((sum, part) => sum + part.refused, 0);
  return { inputs: done, refused, slowest: Math.max(...parts.map(p => p.slowest)), memory, failures, each };
}

/** A refusal is one line of ours. */
const isRefusal = (error: unknown, { refuses = [] }: Target): boolean =>
  (error instanceof IntakeError || refuses.some(words => words.test((error as Error).message))) &&
  !/\n/.test((error as Error).message);

const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);

/**
 * re3d (Dstl): how many of the named organisations and locations are found, and how many of those found are right.
 * Used by `npm run eval -- --only re3d`; alone: npx tsx scripts/eval-re3d.ts [FOLDER] [--errors]
 *
 * What the reader needs of its labels: names. Left out are pronouns, common nouns without a name in them ("the group",
 * "six bridges"), quantities of land. A label counts as found where a mention of its kind shares a name's words with it;
 * a mention is right where it shares words with a label of its kind. A country is both a place and a body there
 * ("Australia" takes part), so a place may answer for an organisation that is no more than a country's name, and a
 * nationality for a place.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadActors } from '../src/actors/index.ts';
import { loadGazetteer } from '../src/gazetteer/index.ts';
import { parseText } from '../src/language/index.ts';
import { overlaps, type Span } from '../src/model/index.ts';
import { findActors, findNames } from '../src/reading/actors/index.ts';
import { findPlaces } from '../src/reading/places/index.ts';

interface Entity extends Span {
  readonly type: string;
  readonly text: string;
}
interface Row {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly text: string;
  readonly entities: readonly Entity[];
}
interface Tally {
  gold: number;
  found: number;
  predicted: number;
  right: number;
}

const NO_NAME =
  /^(?:we|they|our|us|it|its|their|them|i|he|she|you|who|this|that|these|those|coalition|soldiers|forces|units?|media|government|army|navy|enemy)$/i;

/** Whether a label has a name in it: a capital that is not its first word's alone, or a word that is always a name. */
function isNamed(e: Entity, text: string): boolean {
  const words = e.text.replace(/^(?:the|a|an|our|their|its|this|these|those)\s+/i, '').split(/\s+/);
  if (words.length === 1 && NO_NAME.test(words[0]!)) return false;
  const startsSentence = e.start === 0 || /[.!?\n"“]\s*$/.test(text.slice(Math.max(0, e.start - 3), e.start));
  return words.some(
    (w, i) =>
      /\p{Lu}/u.test(w) && !(i === 0 && startsSentence && words.length > 1 && /^\p{Lu}\p{Ll}+$/u.test(w)),
  );
}

/** The words of a label that are its name: a location's common nouns say where in it. */
const score = (t: Tally): string => {
  const p = t.right / t.predicted,
    r = t.found / t.gold;
  return `${(100 * p).toFixed(1).padStart(6)} ${(100 * r).toFixed(1).padStart(6)} ${((200 * p * r) / (p + r)).toFixed(1).padStart(6)} ${String(t.gold).padStart(6)} ${String(t.predicted).padStart(6)}`;
};

/** Measures over all files of a folder; the table as text, with what was missed and too much on demand. */
export function evalRe3d(folder: string, errors = false): string {
  const dir = join(folder, 're3d');
  if (!existsSync(dir)) return `no re3d data at "${dir}"`;
  const gazetteer = loadGazetteer(),
    actors = loadActors(),
    out: string[] = [];
  const tallies = { Location: empty(), Organisation: empty() };
  for (const file of readdirSync(dir).filter(f => f.endsWith('.jsonl')))
    for (const row of readFileSync(join(dir, file), 'utf8')
      .trim()
      .split('\n')
      .map(l => JSON.parse(l) as Row)) {
      const doc = parseText(row.text),
        context = { title: row.title ?? null, outlet: row.outlet ?? null, published: '2016-10-01' };
      const places = findPlaces(doc, context, gazetteer).filter(m => m.how === 'name'),
        acting = findActors(doc, context, places, actors).filter(
          m => m.how !== 'pronoun' && m.actor.id !== 'civilians',
        ),
        names = findNames(doc, acting, places).filter(n => n.kind === 'organisation');
      const bodies: Span[] = [...acting, ...names],
        named = row.entities.filter(e => isNamed(e, row.text));
      const countries = places.filter(p => p.place.kind === 'country');
      const take = (
        type: 'Location' | 'Organisation',
        predicted: readonly Span[],
        also: readonly Span[],
        allowed: readonly string[],
      ): void => {
        const gold = named.filter(e => e.type === type),
          any = row.entities.filter(e => allowed.includes(e.type)),
          t = tallies[type];
        for (const e of gold) {
          t.gold++;
          if ([...predicted, ...also].some(p => overlaps(p, e))) t.found++;
          else out.push(`missed ${type}: ${e.text} | ${around(row.text, e)}`);
        }
        for (const p of predicted) {
          t.predicted++;
          if (any.some(e => overlaps(p, e))) t.right++;
          else out.push(`too much ${type}: ${row.text.slice(p.start, p.end)} | ${around(row.text, p)}`);
        }
      };
      take('Location', places, [], ['Location', 'Nationality', 'Organisation']);
      take('Organisation', bodies, countries, ['Organisation']);
    }
  const lines = ['== re3d ==', '                 prec    rec     F1   gold  found'];
  for (const [type, t] of Object.entries(tallies)) lines.push(`${type.padEnd(14)} ${score(t)}`);
  return [...lines, ...(errors ? out : [])].join('\n');
}

const empty = (): Tally => ({ gold: 0, found: 0, predicted: 0, right: 0 });
const around = (text: string, s: Span): string =>
  text.slice(Math.max(0, s.start - 30), s.end + 30).replace(/\s+/g, ' ');

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const argv = process.argv.slice(2);
  const folder = argv.find(a => !a.startsWith('--')) ?? resolve(import.meta.dirname, '../../shared/eval');
  console.log(evalRe3d(folder, argv.includes('--errors')));
}

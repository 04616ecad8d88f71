import type { Instant, StatusRow } from '../../model/index.ts';
import { sayDay, sayWhen } from '../words/say-day.ts';
import { sentenceOf } from '../words/say-number.ts';
import { comingOf, holderOf } from '../words/say-taking.ts';
import { sayAgainst, type Telling } from './evidence-words.ts';

/** One place's lines as believed before and after an instant: what is new, in one plain sentence; null: nothing. */
export function sayNews(
  before: readonly StatusRow[],
  after: readonly StatusRow[],
  known: Instant,
  telling: Telling,
): string | null {
  const parts: string[] = [];
  after.forEach((row, i) => {
    if (before.some(b => isSame(b, row))) return;
    const part = sayRow(row, before, after.slice(0, i), known, telling);
    if (part != null && !parts.includes(part)) parts.push(part);
  });
  if (parts.length === 0) {
    const gone = before.filter(b => !after.some(a => a.since === b.since && isSame(a, b)));
    if (gone.length === 0) return null;
    const row = gone.at(-1)!;
    parts.push(
      `no longer counted as ${row.status === 'held' ? `held by ${holderOf(row)}` : row.status} from ${sayDay(row.since, known)}`,
    );
  }
  return sentenceOf(parts.join('; '));
}

const isSame = (a: StatusRow, b: StatusRow): boolean =>
  a.since === b.since &&
  a.holder?.side === b.holder?.side &&
  a.status === b.status &&
  a.basis === b.basis &&
  a.parts.join() === b.parts.join() &&
  a.pressure.join() === b.pressure.join();

function sayRow(
  row: StatusRow,
  before: readonly StatusRow[],
  earlier: readonly StatusRow[],
  known: Instant,
  telling: Telling,
): string | null {
  const last = earlier.at(-1);
  const previous = last != null && last.until === row.since ? last : null;
  const when = sayWhen(row.sinceEarliest, row.since, known);
  const was = before.find(b => b.holder?.side === row.holder?.side && b.status === row.status);
  const same = before.find(
    b => b.since === row.since && b.holder?.side === row.holder?.side && b.status === row.status,
  );
  if (same != null) {
    const fresh = row.pressure.filter(p => !same.pressure.includes(p));
    if (same.basis === row.basis) {
      if (fresh.length > 0) return fresh.join(', ');
      return row.parts.length > same.parts.length ? `also taken: ${row.parts.join(', ')}` : null;
    }
    return sayBasisChange(row, telling);
  }
  const what = sayStart(row, previous, earlier, when, telling);
  if (was != null && was.status === 'held' && was.basis === row.basis && !after(was, row))
    return `${what}, not ${sayWhen(was.sinceEarliest, was.since, known)}`;
  return what;
}

/** Whether a line of the same holder is a later one, not the earlier one dated anew. */
const after = (was: StatusRow, row: StatusRow): boolean => was.until != null && was.until <= row.since;

function sayBasisChange(row: StatusRow, telling: Telling): string {
  const what =
    row.status === 'held'
      ? `held by ${holderOf(row)}`
      : row.status === 'contested'
        ? 'fought over'
        : row.status;
  switch (row.basis) {
    case 'confirmed':
      return `confirmed as ${what}`;
    case 'disputed':
      return sayAgainst(row, telling).join(', ');
    case 'decided':
      return `ruled ${what}`;
    case 'claimed':
      return `${what} on its own word alone`;
    case 'assumed':
      return `assumed ${what}`;
    default:
      return `reported ${what}`;
  }
}

const ADVERB: Readonly<Record<string, string>> = {
  confirmed: 'Confirmed',
  reported: 'Reported',
  claimed: 'Claimed',
  disputed: 'Reported',
  assumed: 'Assumed',
  decided: 'Ruled',
};

function sayStart(
  row: StatusRow,
  previous: StatusRow | null,
  earlier: readonly StatusRow[],
  when: string,
  telling: Telling,
): string {
  const how = ADVERB[row.basis]!.toLowerCase();
  const against = row.basis === 'disputed' ? sayAgainst(row, telling) : [];
  const dispute = against.length === 0 ? '' : `; ${against.join(', ')}`;
  const from = when.replace(/^on /, '');
  if (row.status === 'contested') {
    const still = row.holder == null ? '' : `; still counted as held by ${holderOf(row)}`;
    if (row.basis === 'disputed') return `claimed taken ${when}${dispute}${still}`;
    if (row.parts.length > 0) return `${how} taken ${when}: ${row.parts.join(', ')}${still}`;
    return `${how} fought over from ${from}${still}`;
  }
  if (row.status === 'vacated')
    return `${how} left${previous?.holder == null ? '' : ` by ${holderOf(previous)}`} ${when}${dispute}`;
  if (row.holder == null)
    return `${how} lost${previous?.holder == null ? '' : ` by ${holderOf(previous)}`} ${when}, it is not known to whom${dispute}`;
  const coming = comingOf(row, previous, earlier);
  if (coming === 'held') return `${how} held by ${holderOf(row)} from ${from}${dispute}`;
  return `${how} ${coming} by ${holderOf(row)} ${when}${dispute}`;
}

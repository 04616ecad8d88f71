import { type OriginKind, overlaps, type Span } from '../../model/index.ts';
import type { ActorMention, NameMention } from '../annotations.ts';

/** What a report names, for the fullest name of one of its sources. */
export interface NamesSeen {
  readonly text: string;
  readonly actors: readonly ActorMention[];
  readonly names: readonly NameMention[];
  /** Whether some words name a monitor: an observatory, a rights group. */
  readonly isMonitor: (words: string) => boolean;
}

/**
 * The fullest name that a report has for a source: a person's without titles, an organisation's in full, an actor's where the
 * words only say "the army". Whoever speaks for a monitor speaks as the monitor. Null where the words are the best name.
 * @param at the source's words without what is added to them; `around` these with all that is said of it
 */
export function sourceName(kind: OriginKind, at: Span, around: Span, seen: NamesSeen): string | null {
  const { text } = seen;
  if (kind === 'monitor') return monitorName(text.slice(around.start, around.end), seen);
  const named = seen.names.findLast(n => overlaps(n, at) && isAtEdge(n, at, text));
  if (named?.kind === 'person') return fullest(named, seen);
  if (kind === 'party' && !/\p{Lu}/u.test(text.slice(at.start, at.end).replace(ARTICLE, ''))) {
    const actor = seen.actors.find(a => a.how !== 'pronoun' && covers(a, at, text));
    if (actor) return actor.actor.name;
  }
  return named && covers(named, at, text) ? fullest(named, seen) : null;
}

/** Words before a name that are none of it: "the London-based Observatory". */
const ARTICLE = /^(?:(?:the|a|an)\s+|\S+-based\s+)+/i;
const PREPOSITION = /\s(?:in|of|at|from|for|near|by|with|to)\s/;

/** Whether a name begins or ends the words, and is not what something else lies in or comes from. */
const isAtEdge = (name: Span, at: Span, text: string): boolean =>
  (name.start === at.start || name.end === at.end) &&
  !PREPOSITION.test(` ${text.slice(at.start, name.start)} `);

/** Whether a mention is all that a source's words say, but for an article. */
function covers(mention: Span, at: Span, text: string): boolean {
  const own = text.slice(at.start, at.end);
  const start = at.start + (ARTICLE.exec(own)?.[0].length ?? 0);
  return mention.start <= start && at.end <= mention.end;
}

/** Capitalised words in a row, small ones between them: "the Eastern Observatory for the Rights of Man". */
const CAPITALISED =
  /\p{Lu}[\p{L}\p{N}’'-]*(?:\s+(?:(?:for|of|and|on)\s+(?:the\s+)?)?\p{Lu}[\p{L}\p{N}’'-]*)*/gu;
const LONGEST_NAME = 7;

/** The monitor that some words name, or else the only one that the report names, in full. */
function monitorName(words: string, { text, isMonitor }: NamesSeen): string | null {
  const all = new Set<string>();
  for (const match of text.matchAll(CAPITALISED)) {
    const name = match[0].replace(ARTICLE, '');
    if (isMonitor(name.toLowerCase()) && name.split(/\s+/).length <= LONGEST_NAME) all.add(name);
  }
  const own = [...words.matchAll(CAPITALISED)]
    .map(m => m[0].replace(ARTICLE, ''))
    .find(n => isMonitor(n.toLowerCase()));
  const fits = (name: string): boolean =>
    own === undefined || own.split(/\s+/).every(w => name.split(/\s+/).includes(w));
  const fitting = [...all].filter(fits).sort((a, b) => b.length - a.length);
  const longest = fitting[0];
  if (longest === undefined) return own ?? null;
  const one = fitting.every(n => n.split(/\s+/).every(w => longest.includes(w)));
  if (own !== undefined) return longest;
  return one && !/^(?:another|a second)\b/i.test(words) ? longest : null;
}

const wordsOf = (text: string, span: Span): string[] =>
  text.slice(span.start, span.end).split(/\s+/).filter(Boolean);

/** The longest of the report's names that end in the same surname, or hold all the words of a body's. */
function fullest(mention: NameMention, { text, names }: NamesSeen): string {
  const own = wordsOf(text, mention);
  let best = own;
  for (const other of names) {
    if (other.kind !== mention.kind) continue;
    const words = wordsOf(text, other);
    const same =
      mention.kind === 'person'
        ? words.length <= 4 && words.at(-1) === own.at(-1)
        : words.length <= LONGEST_NAME && own.every(w => words.includes(w));
    if (same && words.length > best.length) best = words;
  }
  return best.join(' ');
}

import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { Actor } from '../../model/index.ts';
import type { Found } from './runs.ts';

const raw = JSON.parse(readFileSync(new URL('./data/generic-words.json', import.meta.url), 'utf8')) as Record<
  'revolt' | 'jihadist' | 'jihadistSides' | 'neverRebels',
  string[]
>;
const JIHADIST_SIDES = new Set(raw.jihadistSides),
  NEVER_REBELS = new Set(raw.neverRebels);
const anyOf = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})`, 'i');
const REVOLT = anyOf(raw.revolt),
  JIHADIST = anyOf(raw.jihadist);

/**
 * Generic words go to the actor of the report that they fit: "the group" and "the militants" to the non-state actor last named
 * (or named first, where none came before). "The rebels" are not a jihadist group, and "the jihadists" are no others, unless
 * the report calls them so ("M23 rebels"). Where nobody fits, the words keep the actor that they mean by themselves.
 */
export function settleGeneric(doc: Document, found: readonly Found[], earlier: readonly Actor[]): Found[] {
  const called = namesCalled(doc, found),
    out: Found[] = [];
  for (const f of found) out.push(f.generic && f.actor.kind !== 'state-forces' ? settle(f) : f);
  return out;

  function settle(f: Found): Found {
    const said = doc.text.slice(f.start, f.end).toLowerCase(),
      militia = /militia/.test(said),
      head = doc.tokens[f.head]!.lower;
    const isArmed = (a: Actor): boolean => a.kind === 'rebel-group' || (militia && /militia$/.test(a.kind));
    const fits = (o: Found): boolean =>
      !o.generic && isArmed(o.actor) && isCalled(said, o.actor) && !isOnlyLinked(doc, o);
    const before = out
      .filter(o => !o.generic && isArmed(o.actor) && called.get(head)?.has(o.actor.id))
      .at(-1);
    if (before) return { ...f, actor: before.actor };
    if (REVOLT.test(said) && !f.actor.id.startsWith('x:')) return f;
    const named = out.filter(fits).at(-1) ?? found.find(o => o.first > f.first && fits(o));
    const actor = named?.actor ?? earlier.find(a => isArmed(a) && isCalled(said, a));
    return actor ? { ...f, actor } : f;
  }
}

/** "insurgents with links to X", "fighters allied with X": those that others are tied to are not themselves meant. */
function isOnlyLinked(doc: Document, { first }: Found): boolean {
  const before = doc.tokens.slice(Math.max(0, first - 3), first).map(t => t.lower);
  return /\b(?:links?|linked|ties|tied|allegiance|affiliated|allied|aligned|loyalty) (?:to|with)(?: the)?$/.test(
    before.join(' '),
  );
}

/** Whether newsrooms call an actor by such words at all. */
function isCalled(said: string, actor: Actor): boolean {
  if (REVOLT.test(said)) return !NEVER_REBELS.has(actor.side);
  return !JIHADIST.test(said) || JIHADIST_SIDES.has(actor.side);
}

/** What the report itself calls its groups: "M23 rebels" makes "the rebels" theirs. By the last word, ids of actors. */
function namesCalled(doc: Document, found: readonly Found[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  for (const f of found) {
    const last = doc.tokens[f.last - 1]!.lower;
    if (f.generic || f.last - f.first < 2 || f.actor.id.startsWith('x:')) continue;
    const ids = out.get(last) ?? new Set();
    out.set(last, ids.add(f.actor.id));
  }
  return out;
}

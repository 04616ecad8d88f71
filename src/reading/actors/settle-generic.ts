import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { Actor } from '../../model/index.ts';
import type { Found } from './runs.ts';

const raw = JSON.parse(readFileSync(new URL('./data/generic-words.json', import.meta.url), 'utf8')) as Record<
  'revolt' | 'jihadist' | 'local' | 'jihadistSides' | 'neverRebels' | 'neverSmeared',
  string[]
>;
const JIHADIST_SIDES = new Set(raw.jihadistSides),
  NEVER_REBELS = new Set(raw.neverRebels),
  NEVER_SMEARED = new Set(raw.neverSmeared);
const anyOf = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})`, 'i');
const REVOLT = anyOf(raw.revolt),
  JIHADIST = anyOf(raw.jihadist),
  LOCAL = anyOf(raw.local);

/**
 * Generic words go to the actor of the report that they fit: "the group" and "the militants" to the non-state actor last named
 * (or named first, where none came before); not those of a place's own people ("vigilantes"). "The rebels" are not a jihadist group, and "the jihadists" are no others, unless
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
      head = wordOf(doc.tokens[f.head]!.lower);
    const isArmed = (a: Actor): boolean => (militia ? /militia$/.test(a.kind) : a.kind === 'rebel-group');
    const fits = (o: Found): boolean =>
      !o.generic && isArmed(o.actor) && isCalled(said, o.actor) && !isOnlyLinked(doc, o);
    if (LEAGUE.test(head)) {
      const league = ofItsName(doc, found, f, head);
      if (league) return { ...f, actor: league };
      if (!f.actor.id.startsWith('x:')) return f;
    }
    const before = out.findLast(o => !o.generic && called.get(head)?.has(o.actor.id));
    if (before && (isArmed(before.actor) || militia)) return { ...f, actor: before.actor };
    if (LOCAL.test(said)) return f;
    if (REVOLT.test(said) && f.actor.id.endsWith('-rebels')) return f;
    const named = out.filter(fits),
      likely = SMEAR.test(said) ? named.filter(o => !NEVER_SMEARED.has(o.actor.side)) : named;
    const chosen = likely.at(-1) ?? named.at(-1) ?? found.find(o => o.first > f.first && fits(o));
    const actor = chosen?.actor ?? earlier.find(a => isArmed(a) && isCalled(said, a));
    return actor ? { ...f, actor } : f;
  }
}

const LEAGUE = /^(?:coalition|alliance)$/;
/** Words that newsrooms use of some groups and not of others, unless they name no other. */
const SMEAR = /\b(?:militant|terrorist|extremist|gunm[ae]n|islamist)/;

/** One word for "militia", "militias", "militiamen". */
const wordOf = (word: string): string =>
  /^militia/.test(word) ? 'militia' : word.replace(/(?<=coalition|alliance)s$/, '');

/** "the coalition" where the report speaks of "the US-led coalition": the one of that name, before it or else after. */
function ofItsName(doc: Document, found: readonly Found[], f: Found, head: string): Actor | null {
  const named = found.filter(
    o =>
      !o.generic &&
      (doc.text.slice(o.start, o.end).toLowerCase().includes(head) ||
        o.actor.name.toLowerCase().includes(head)),
  );
  return (named.findLast(o => o.first < f.first) ?? named[0])?.actor ?? null;
}

/** "insurgents with links to X", "fighters allied with X", "X's affiliate": X itself is not meant. */
function isOnlyLinked(doc: Document, { first, last }: Found): boolean {
  const before = doc.tokens.slice(Math.max(0, first - 3), first).map(t => t.lower),
    after = doc.tokens.slice(last, last + 4).map(t => t.lower);
  if (
    /\b(?:links?|linked|ties|tied|allegiance|affiliated|allied|aligned|loyalty) (?:to|with)(?: the)?$/.test(
      before.join(' '),
    )
  )
    return true;
  return /^(?:[’'`]s? )?(?:[a-z]+ )?(?:affiliate|branch|offshoot|wing|franchise|ally|allies)\b/.test(
    after.join(' '),
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
    const last = wordOf(doc.tokens[f.last - 1]!.lower);
    if (f.generic || f.last - f.first < 2 || f.actor.id.startsWith('x:')) continue;
    const ids = out.get(last) ?? new Set();
    out.set(last, ids.add(f.actor.id));
  }
  return out;
}

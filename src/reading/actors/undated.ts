import type { Actors } from '../../actors/index.ts';
import type { Actor } from '../../model/index.ts';

const YEAR = /\b(?:19[89]|20[0-9])\d\b/g;

/**
 * A day for a text without a date, near enough to tell a fallen regime from the one after it: in the last year that the text
 * names, while the leader whom it names was in power. Null where it tells of none.
 */
export function guessDate(text: string, country: string | null, actors: Actors): string | null {
  const years = [...text.matchAll(YEAR)].map(m => m[0]).sort();
  const last = years.at(-1);
  if (last) return `${last}-07-01`;
  if (country === null) return null;
  for (const name of text.match(/\b\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?\b/gu) ?? []) {
    const leader = actors.findByLeader(name);
    if (leader?.country === country && leader.kind === 'state-forces' && leader.to) return leader.to;
    const group: Actor | undefined = actors.findByName(name, undefined, country)[0];
    if (group?.to && group.to.length >= 7 && group.country === country) return `${group.to.slice(0, 7)}-01`;
  }
  return null;
}

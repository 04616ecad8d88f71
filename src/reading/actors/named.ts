import type { Actor } from '../../model/index.ts';
import { extend, longest } from './runs.ts';
import type { Search } from './search.ts';

const SHORT = /^\p{Lu}{2,3}$/u;

/** "the Taliban", "Islamic State militants", "Assad's troops" */
export function named(s: Search, i: number): void {
  const { doc, actors } = s,
    t = doc.tokens[i]!;
  if (t.upos === 'PUNCT' || t.lower === 'the') return;
  const most = actors.longestFrom(t.text);
  if (most === 0) return;
  const name = longest(
    doc,
    i,
    most,
    said => actors.findByName(said, s.date, s.country).find(a => !isAnothers(s, said, a)) ?? null,
  );
  if (name) {
    if (i === 0 || doc.tokens[i - 1]!.lower !== 'pro')
      s.add(i, extend(doc, name.last, actors), name.value, 'name', false);
    return;
  }
  if (t.upos !== 'PROPN') return;
  const leader = longest(doc, i, 4, said => actors.findByLeader(said, s.date));
  if (!leader) return;
  let last = leader.last;
  if (/^[’']s?$/.test(doc.tokens[last]?.text ?? '')) last++;
  const force = extend(doc, last, actors);
  if (force > last) s.add(i, force, leader.value, 'name', false);
}

/** Initials of a state's force or two letters of a group far from what the report is about, which the text spells out nowhere. */
function isAnothers(s: Search, said: string, actor: Actor): boolean {
  if (!SHORT.test(said) || actor.country === null || actor.country === s.country) return false;
  if (said.length > 2 && actor.kind === 'rebel-group') return false;
  return !s.places.some(p => p.place.country === actor.country) && !s.doc.text.includes(actor.name);
}

import type { Actor } from '../../model/index.ts';
import { longest } from './runs.ts';
import type { Search } from './search.ts';

/** Words by which forces are somebody's, with the one that must follow, if any: "loyal to", "from". */
const LINKS: ReadonlyMap<string, string | null> = new Map([
  ['of', null],
  ['from', null],
  ['loyal', 'to'],
  ['faithful', 'to'],
  ['belonging', 'to'],
  ['answering', 'to'],
  ['commanded', 'by'],
  ['led', 'by'],
]);
/** So many words may stand before the name: "loyal to the eastern commander Field". */
const MOST_BEFORE = 8;

/** "fighters of the Kestrel Brigade", "forces loyal to General Field": the actor that the words after a force say that it is of. */
export function ownerAfter(s: Search, last: number): Actor | null {
  const { tokens } = s.doc,
    { sentence } = tokens[last - 1]!,
    link = tokens[last];
  const second = link?.sentence === sentence ? LINKS.get(link.lower) : undefined;
  if (second === undefined || (second !== null && tokens[last + 1]?.lower !== second)) return null;
  const first = last + (second === null ? 1 : 2);
  for (let i = first; i <= first + MOST_BEFORE && tokens[i]?.sentence === sentence; i++) {
    const found = s.found.find(f => f.first === i);
    if (found) return found.actor;
    const leader = longest(s.doc, i, 4, said => s.actors.findByLeader(said, s.date));
    if (leader) return leader.value;
    const { upos, text, lower } = tokens[i]!;
    if (!/^(?:DET|ADJ|NOUN|PROPN)$/.test(upos) && !/^[-‐]$/.test(text) && !/ed$/.test(lower)) return null;
  }
  return null;
}

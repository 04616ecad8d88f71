import type { Document } from '../../language/document.ts';
import { lemmaOf } from './terms.ts';

const KILLED = new Set(['kill', 'dead', 'die', 'killed']);
const WOUNDED = new Set(['wound', 'injure', 'hurt', 'wounded', 'injured', 'maim']);

/** Whether one number is given for the killed and the wounded together: "12 were killed or wounded", "killing and injuring 12". */
export function isJoined(document: Document, word: number): boolean {
  const { tokens } = document;
  const kind = (i: number): 'killed' | 'wounded' | null => {
    const token = tokens[i];
    if (!token) return null;
    const names = [lemmaOf(token), token.lower];
    return names.some(n => KILLED.has(n)) ? 'killed' : names.some(n => WOUNDED.has(n)) ? 'wounded' : null;
  };
  const links = (i: number): boolean => /^(?:and|or|\/)$/.test(tokens[i]?.lower ?? '');
  const mine = kind(word);
  const other = mine === 'killed' ? 'wounded' : 'killed';
  if (!mine) return false;
  // "killed four and wounded 12" has two numbers, and none of them stands between these words
  const after = links(word + 1) && kind(word + 2) === other && !isNumber(tokens[word + 3]?.upos);
  const before = links(word - 1) && kind(word - 2) === other;
  return after || before;
}
const isNumber = (upos: string | undefined): boolean => upos === 'NUM';

import { readFileSync } from 'node:fs';

type Data = Record<string, string[]> & {
  names: { arabicFirst: string[] } & Record<'arabic' | 'slavic' | 'african' | 'asian', string[][]>;
  transitive: [string, string, string][];
  towards: [string, string, string[]][];
  outOf: [string, string, string][];
  particle: [string, string][];
  fightVerbs: [string, string][];
  controlVerbs: [string, string, string][];
};
export const data = JSON.parse(readFileSync(new URL('../data/drills.json', import.meta.url), 'utf8')) as Data;

/** A word with what hangs on it, in the order of the sentence. */
export interface Node {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly left: Child[];
  readonly right: Child[];
}
export type Child = readonly [relation: string, node: Node];

export const word = (form: string, upos: string, xpos: string, lemma = form.toLowerCase()): Node => ({
  form,
  upos,
  xpos,
  lemma,
  left: [],
  right: [],
});
const isPlural = (form: string): boolean => /[^s]s$/.test(form) && !/^(?:barracks|headquarters)$/.test(form);
const singular = (form: string): string =>
  form === 'people' || form === 'militiamen' || form === 'gunmen' || form === 'policemen'
    ? form.replace(/men$/, 'man').replace('people', 'person')
    : form.replace(/ies$/, 'y').replace(/s$/, '');
export const noun = (form: string): Node =>
  isPlural(form) || /(?:men|people)$/.test(form)
    ? word(form, 'NOUN', 'NNS', singular(form))
    : word(form, 'NOUN', 'NN');
export const proper = (form: string): Node =>
  word(form, 'PROPN', /[a-z]s$/.test(form) ? 'NNPS' : 'NNP', form);
export const mark = (form: string): Node => word(form, 'PUNCT', form === '-' ? 'HYPH' : form);
export const before = (head: Node, relation: string, child: Node): Node => {
  head.left.unshift([relation, child]);
  return head;
};
export const after = (head: Node, relation: string, child: Node): Node => {
  head.right.push([relation, child]);
  return head;
};
export const the = (head: Node): Node => before(head, 'det', word('the', 'DET', 'DT'));
export const cased = (preposition: string, head: Node): Node =>
  preposition
    .split(' ')
    .reverse()
    .reduce((n, p) => before(n, 'case', word(p, 'ADP', 'IN')), head);

const GERUNDS: Record<string, string> = {
  overrun: 'overrunning',
  control: 'controlling',
  quit: 'quitting',
  free: 'freeing',
  flee: 'fleeing',
  dig: 'digging',
};
export const gerundOf = (lemma: string): string => GERUNDS[lemma] ?? `${lemma.replace(/e$/, '')}ing`;

import type { TreebankSentence, TreebankWord } from '../conllu.ts';
import type { Node } from './node.ts';
import { Sentences } from './sentences.ts';

/** The words of a tree in their order, with heads by number. */
function linear(root: Node): TreebankWord[] {
  const order: { node: Node; parent: Node | null; relation: string }[] = [];
  const walk = (node: Node, parent: Node | null, relation: string): void => {
    for (const [r, child] of node.left) walk(child, node, r);
    order.push({ node, parent, relation });
    for (const [r, child] of node.right) walk(child, node, r);
  };
  walk(root, null, 'root');
  for (let i = order.length - 2; i >= 0; i--)
    if (order[i]!.node.form === ',' && order[i + 1]!.node.upos === 'PUNCT') order.splice(i, 1);
  const at = new Map(order.map(({ node }, i) => [node, i]));
  return order.map(({ node, parent, relation }, i) => ({
    form: i === 0 ? node.form.charAt(0).toUpperCase() + node.form.slice(1) : node.form,
    lemma: node.lemma,
    upos: node.upos,
    xpos: node.xpos,
    head: parent ? at.get(parent)! : -1,
    deprel: relation,
    spaceAfter: true,
  }));
}

/**
 * Sentences of war reporting with their trees, made by rule from word lists and invented names: the treebanks hold few of the
 * verbs by which a front moves, and no names of villages. They follow the treebanks' conventions (English Web Treebank, UD 2).
 * As many sentences as are asked for, with their trees; the same for the same stream of numbers.
 * @example makeDrills(2, random)[0].words.map(w => w.form).join(' ') // 'Rebel fighters took Zamriya on Friday .'
 */
export function makeDrills(count: number, random: () => number): TreebankSentence[] {
  const drill = new Sentences(random);
  return Array.from({ length: count }, () => {
    const words = linear(drill.sentence());
    return {
      words,
      tokens: words.map(({ form }, i) => ({ form, first: i, last: i + 1 })),
      newParagraph: false,
    };
  });
}

import type { Document } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';
import type { TokenRun } from '../annotations.ts';

/** Relations below a word that belong to another clause than its own. */
const OTHER_CLAUSE = new Set([
  'conj',
  'parataxis',
  'ccomp',
  'advcl',
  'acl:relcl',
  'punct',
  'cc',
  'mark',
  'discourse',
  'vocative',
  'list',
  'nsubj:outer',
]);

/** The words that a statement stands on: the event word with its own clause, and the words that fill its roles in that sentence. */
export function clauseSpan(doc: Document, trigger: number, fillers: readonly TokenRun[]): Span {
  const sentence = doc.tokens[trigger]!.sentence;
  let first = trigger,
    last = trigger;
  const take = (i: number): void => {
    if (doc.tokens[i]!.sentence !== sentence) return;
    first = Math.min(first, i);
    last = Math.max(last, i);
  };
  const walk = (i: number, depth: number): void => {
    take(i);
    if (depth > 12) return;
    for (const c of doc.children[i] ?? []) {
      const rel = doc.tokens[c]!.deprel;
      if (OTHER_CLAUSE.has(rel) || (i === trigger && rel.startsWith('advcl'))) continue;
      walk(c, depth + 1);
    }
  };
  walk(trigger, 0);
  for (const f of fillers) {
    if (doc.tokens[f.first]?.sentence !== sentence) continue;
    take(f.first);
    take(f.last - 1);
  }
  return { start: doc.tokens[first]!.start, end: doc.tokens[last]!.end };
}

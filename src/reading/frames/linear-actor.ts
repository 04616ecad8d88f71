import type { Document, Token } from '../../language/index.ts';
import type { ActorMention } from '../annotations.ts';
import type { Fillers } from './fillers.ts';
import type { Slots } from './slots.ts';

/** Where the tree misses: behind a passive the actor after "by"; otherwise the nearest actor before the verb that is a subject, or bare. */
export function linearActor(
  doc: Document,
  fill: Fillers,
  t: Token,
  slots: Slots,
  rules: string[],
): ActorMention[] {
  const { tokens } = doc;
  if (slots.passive) {
    for (
      let i = t.index + 1;
      i < Math.min(tokens.length, t.index + 12) && tokens[i]!.sentence === t.sentence;
      i++
    ) {
      if (/^(?:after|before|since|until|when|while|as)$/.test(tokens[i]!.lower) || tokens[i]!.upos === 'VERB')
        return [];
      if (tokens[i]!.lower === 'by') {
        const actor = [1, 2, 3, 4].map(k => fill.actorAt[i + k]).find(m => m);
        if (actor) rules.push('actor: after by');
        return actor ? [actor] : [];
      }
    }
    return [];
  }
  if (slots.subj.length) return [];
  for (let i = t.index - 1; i >= 0 && tokens[i]!.sentence === t.sentence; i--) {
    const actor = fill.actorAt[i];
    if (!actor) {
      if (tokens[i]!.text === ';' || (i < t.index - 1 && tokens[i]!.lower === 'that')) return [];
      continue;
    }
    const head = tokens[actor.head]!,
      before = tokens[actor.first - 1];
    const bare = !before || before.sentence !== t.sentence || !['ADP', 'PART'].includes(before.upos);
    if (head.deprel.startsWith('nsubj') || bare) {
      rules.push('actor: nearest before the verb');
      return fill.actors(actor.head);
    }
    i = actor.first;
  }
  return [];
}

import type { Document } from '../../language/index.ts';
import type { ActorMention } from '../annotations.ts';

/**
 * "The ministry said its soldiers", "the movement's troops": forces that have no name of their own are those of their owner.
 * Requires: mentions with their pronouns resolved.
 */
export function ownForces(doc: Document, mentions: readonly ActorMention[]): ActorMention[] {
  const at = new Map(mentions.flatMap(m => range(m).map(i => [i, m] as const)));
  return mentions.map(m => {
    if (m.how !== 'description' || m.actor.id === 'civilians') return m;
    const owner = doc.children[m.head]!.filter(c => c < m.head && doc.tokens[c]!.deprel === 'nmod:poss')
      .map(c => at.get(c))
      .find(o => o !== undefined && o !== m && o.actor.id !== 'civilians');
    return owner ? { ...m, actor: owner.actor, entity: owner.entity } : m;
  });
}

const range = (m: ActorMention): number[] => Array.from({ length: m.last - m.first }, (_, i) => m.first + i);

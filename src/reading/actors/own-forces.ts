import type { Document } from '../../language/index.ts';
import type { ActorMention } from '../annotations.ts';

/**
 * "The ministry said its soldiers", "the movement's troops": forces that have no name of their own are those of their owner.
 * Requires: mentions with their pronouns resolved.
 */
export function ownForces(doc: Document, mentions: readonly ActorMention[]): ActorMention[] {
  const at = new Map(mentions.flatMap(m => range(m).map(i => [i, m] as const)));
  const sponsors = new Map(
    mentions.flatMap(m => {
      const sponsor = sponsorOf(doc, m, at);
      return sponsor ? [[m.entity, sponsor] as const] : [];
    }),
  );
  return mentions.map(m => {
    if (m.how === 'name' || m.actor.id === 'civilians') return m;
    const sponsor = sponsors.get(m.entity);
    if (sponsor) return { ...m, actor: sponsor.actor, entity: sponsor.entity };
    if (m.how !== 'description' || /peacekeep/i.test(m.actor.name)) return m;
    const owner = doc.children[m.head]!.filter(c => c < m.head && doc.tokens[c]!.deprel === 'nmod:poss')
      .map(c => at.get(c))
      .find(o => o !== undefined && o !== m && o.actor.id !== 'civilians');
    return owner ? { ...m, actor: owner.actor, entity: owner.entity } : m;
  });
}

const range = (m: ActorMention): number[] => Array.from({ length: m.last - m.first }, (_, i) => m.first + i);

const LOYAL = /^(?:loyal|allied|aligned|faithful|answering|belonging|affiliated|linked|led|commanded)$/;

/** "rebels loyal to the president": whom plain forces fight for, here and wherever the report speaks of them. */
function sponsorOf(
  doc: Document,
  m: ActorMention,
  at: ReadonlyMap<number, ActorMention>,
): ActorMention | null {
  if (m.how !== 'description' || m.last - m.first > 1) return null;
  for (const c of doc.children[m.head]!) {
    if (c < m.last || !LOYAL.test(doc.tokens[c]!.lower)) continue;
    for (const o of doc.children[c]!) {
      const found = at.get(o);
      if (found && found.entity !== m.entity && /^(?:obl|nmod)/.test(doc.tokens[o]!.deprel)) return found;
    }
  }
  return null;
}

import type { Document } from '../../language/index.ts';
import type { ActorMention } from '../annotations.ts';

const ENEMY = /^(?:enemy|enemies)$/;

/**
 * "The enemy", as a side speaks of the other one: whom the report names most of those who are not on the side of the speaker.
 * Requires: mentions with their pronouns resolved.
 * @param voiceAt whose words a token stands in, null where that is nobody of the fight
 */
export function enemies(
  doc: Document,
  mentions: readonly ActorMention[],
  forces: ReadonlySet<string>,
  voiceAt: (token: number) => ActorMention | null,
): ActorMention[] {
  const out: ActorMention[] = [];
  for (const t of doc.tokens) {
    if (!ENEMY.test(t.lower) || !/^(?:NOUN|ADJ)$/.test(t.upos)) continue;
    const next = doc.tokens[t.index + 1];
    const last = next && next.sentence === t.sentence && forces.has(next.lower) ? t.index + 2 : t.index + 1;
    if (mentions.some(m => m.first < last && t.index < m.last)) continue;
    const voice = voiceAt(t.index);
    const other = voice ? mostNamed(mentions, voice) : null;
    if (!other) continue;
    out.push({
      ...other,
      first: t.index,
      last,
      head: last - 1,
      start: t.start,
      end: doc.tokens[last - 1]!.end,
      how: 'description',
    });
  }
  return out.length ? [...mentions, ...out].sort((a, b) => a.first - b.first) : [...mentions];
}

/** The actor that is named most often of those on another side. */
function mostNamed(mentions: readonly ActorMention[], voice: ActorMention): ActorMention | null {
  const counts = new Map<string, { first: ActorMention; times: number }>();
  for (const m of mentions) {
    const { side } = m.actor;
    if (m.how === 'pronoun' || side == null || side === 'civilians' || side === voice.actor.side) continue;
    const known = counts.get(side);
    counts.set(side, { first: known?.first ?? m, times: (known?.times ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times)[0]?.first ?? null;
}

import type { Actors } from '../actors/index.ts';
import type { Document } from '../language/index.ts';
import type { ActorMention } from './annotations.ts';

/**
 * "Mozambican and Rwandan forces": the nation before the "and" is a force as well. Gives the mentions with those added, each
 * standing on its own adjective. Requires: document, actors.
 */
export function addJointForces(
  doc: Document,
  mentions: readonly ActorMention[],
  actors: Actors,
  date: string | null,
): ActorMention[] {
  const added: ActorMention[] = [];
  for (const m of mentions) {
    if (m.how === 'pronoun' || m.last - m.first < 2) continue;
    const joint = nationBefore(doc, m, actors);
    if (joint == null || mentions.some(o => o.first <= joint.token && joint.token < o.last)) continue;
    const t = doc.tokens[joint.token]!;
    const branch = /-([a-z-]+)$/.exec(m.actor.id ?? '')?.[1] ?? 'army';
    const force = actors.stateForces(joint.country, branch === 'government' ? 'government' : 'army', date);
    const named = mentions.find(o => o.actor.id === force.id);
    added.push({
      first: t.index,
      last: t.index + 1,
      head: t.index,
      start: t.start,
      end: t.end,
      how: 'name',
      entity: named?.entity ?? 1000 + added.length,
      actor: { id: force.id, name: named?.actor.name ?? force.name, side: force.side },
    });
  }
  return added.length ? [...mentions, ...added].sort((a, b) => a.first - b.first) : [...mentions];
}

/** The demonym that "and" joins to the one that a mention begins with. */
function nationBefore(
  doc: Document,
  m: ActorMention,
  actors: Actors,
): { token: number; country: string } | null {
  if (!actors.countryByDemonym(doc.tokens[m.first]!.text)) return null;
  let i = m.first - 1;
  while (i > 0 && /^(?:then|later|also|the)$/.test(doc.tokens[i]!.lower)) i--;
  if (!/^(?:and|,)$/.test(doc.tokens[i]?.lower ?? '')) return null;
  const before = doc.tokens[i - 1];
  if (!before || before.sentence !== doc.tokens[m.first]!.sentence || before.upos === 'VERB') return null;
  const country = actors.countryByDemonym(before.text);
  return country && /^\p{Lu}/u.test(before.text) ? { token: before.index, country: country.code } : null;
}

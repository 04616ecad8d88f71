import type { Actors } from '../actors/index.ts';
import type { Document, Token } from '../language/index.ts';
import type { ActorMention } from './annotations.ts';
import { isState } from './is-state.ts';

/**
 * "Mozambican and Rwandan forces": the nation before the "and" is a force as well; so is the one in "Russian hands". Gives the
 * mentions with those added, each standing on its own adjective. Requires: document, actors.
 */
export function addJointForces(
  doc: Document,
  mentions: readonly ActorMention[],
  actors: Actors,
  date: string | null,
): ActorMention[] {
  const added: ActorMention[] = [];
  const put = (t: Token, country: string, branch: 'army' | 'government'): void => {
    const force = actors.stateForces(country, branch, date);
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
  };
  for (const t of doc.tokens) {
    const country = nationOfEvent(doc, t, actors);
    if (country && !mentions.some(o => o.first <= t.index && t.index < o.last)) put(t, country, 'army');
  }
  const state = mentions.find(m => isState(m.actor.id) && m.how !== 'pronoun');
  for (const t of doc.tokens)
    if (state && isOfTheState(doc, t) && !mentions.some(o => o.first <= t.index && t.index < o.last))
      added.push({ ...state, first: t.index, last: t.index + 1, head: t.index, start: t.start, end: t.end });
  for (const m of mentions) {
    if (m.how === 'pronoun' || m.last - m.first < 2) continue;
    const joint = nationBefore(doc, m, actors);
    if (joint == null || mentions.some(o => o.first <= joint.token && joint.token < o.last)) continue;
    const t = doc.tokens[joint.token]!;
    const branch = /-([a-z-]+)$/.exec(m.actor.id ?? '')?.[1] ?? 'army';
    put(t, joint.country, branch === 'government' ? 'government' : 'army');
  }
  return added.length ? [...mentions, ...added].sort((a, b) => a.first - b.first) : [...mentions];
}

/** "state control", "federal hands": of the only state whose forces a report tells of first. */
const isOfTheState = (doc: Document, t: Token): boolean =>
  /^(?:state|federal|government|central)$/.test(t.lower) &&
  /^(?:amod|compound)$/.test(t.deprel) &&
  /^(?:hands?|control|rule|authority|possession|grip)$/.test(doc.tokens[t.head]?.lower ?? '');

const EVENTS =
  /^(?:hands?|control|rule|occupation|advances?|offensives?|assaults?|attacks?|siege|blockade|withdrawal|retreat|pullout|push|operations?|campaign|counter-?offensive|counter-?attacks?|incursion|invasion|recapture|seizure|capture|takeover|gains?|lines?|possession|grip|departure|defen[cs]es?|bombardment|onslaught|raids?|entry|thrust|drive|columns?|tanks?|convoy|positions?|mission)$/;

/** "Russian hands", "the Ukrainian counteroffensive": the nation whose doing a noun is. */
function nationOfEvent(doc: Document, t: Token, actors: Actors): string | null {
  if (!/^\p{Lu}/u.test(t.text) || !/^(?:amod|compound)$/.test(t.deprel)) return null;
  const head = doc.tokens[t.head];
  if (!head || head.index <= t.index || !EVENTS.test(head.lower)) return null;
  return actors.countryByDemonym(t.text)?.code ?? null;
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

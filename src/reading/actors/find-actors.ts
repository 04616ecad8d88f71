import type { Actors } from '../../actors/index.ts';
import type { Document, Token } from '../../language/index.ts';
import type { Actor, ClaimActor } from '../../model/index.ts';
import type { ActorMention, Annotated, PlaceMention, ReportContext } from '../annotations.ts';
import { byDemonym } from './by-demonym.ts';
import { countryAsActor } from './country-as-actor.ts';
import { described } from './described.ts';
import { enemies } from './enemies.ts';
import { named } from './named.ts';
import { newGroup } from './new-groups.ts';
import { ownForces } from './own-forces.ts';
import { resolvePronouns, voiceAt } from './pronouns.ts';
import { type Found, runOf } from './runs.ts';
import { sameBodies } from './same-body.ts';
import { Search } from './search.ts';
import { settleGeneric } from './settle-generic.ts';

/** The actors that an annotated text of the same report names, the one named most often first. */
function earlierActors(actors: Actors, earlier: Annotated | undefined): Actor[] {
  const counts = new Map<string, number>();
  for (const m of earlier?.actors ?? [])
    if (m.how === 'name' && m.actor.id !== null) counts.set(m.actor.id, (counts.get(m.actor.id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).flatMap(([id]) => actors.byId(id) ?? []);
}

/** Side of civilians and of nobody: they are told apart so that "families left" is no withdrawal. */
function civilians(doc: Document, taken: readonly Found[], actors: Actors): Found[] {
  return doc.tokens
    .filter(
      (t: Token) =>
        t.upos === 'NOUN' &&
        actors.words.civilians.has(t.lower) &&
        !taken.some(f => f.first <= t.index && t.index < f.last),
    )
    .map(t => ({
      ...runOf(doc, t.index, t.index + 1),
      actor: { id: 'civilians', name: t.text, kind: 'civilians' as const, country: null, side: 'civilians' },
      how: 'description' as const,
      generic: false,
    }));
}

/**
 * The actors that a text names or means. Requires: document, places. Adds: named actors, forces by demonym, groups that no list
 * knows (`x:` ids), descriptions and pronouns resolved to one of them; mentions of one side share `entity`.
 */
export function findActors(
  doc: Document,
  context: ReportContext,
  places: readonly PlaceMention[],
  actors: Actors,
  earlier?: Annotated,
): ActorMention[] {
  // the surest ways first
  const search = new Search(doc, context, places, actors, earlier);
  for (const way of [named, byDemonym, newGroup, countryAsActor, described]) search.each(way);
  const inOrder = search.found.sort((a, b) => a.first - b.first),
    found = settleGeneric(doc, inOrder, earlierActors(actors, earlier));
  const all = [...found, ...civilians(doc, found, actors)].sort((a, b) => a.first - b.first);
  const entities = new Map<string, number>(),
    fullest = new Map<string, string>(),
    longest = new Map<string, string>();
  for (const f of all) {
    if (!entities.has(f.actor.id)) entities.set(f.actor.id, entities.size);
    const said = doc.text.slice(f.start, f.end).replace(/\s+/g, ' ').replace(/^the /i, '');
    if (f.how === 'name' && !f.generic && !fullest.has(f.actor.id)) fullest.set(f.actor.id, said);
    if (said.length > (longest.get(f.actor.id)?.length ?? 0)) longest.set(f.actor.id, said);
  }
  // a group bears the name that the report has for it, one that it only describes the fullest words
  const nameOf = (f: Found): string => {
    const isListed = !f.actor.id.startsWith('x:') && !/^(?:state-forces|civilians)$/.test(f.actor.kind);
    const own = fullest.get(f.actor.id);
    if (isListed) return own ?? longest.get(f.actor.id)!;
    return own ?? doc.text.slice(f.start, f.end).replace(/\s+/g, ' ');
  };
  const mentions = all.map(f => {
    const actor: ClaimActor = { id: f.actor.id, name: nameOf(f), side: f.actor.side };
    return {
      first: f.first,
      last: f.last,
      head: f.head,
      start: f.start,
      end: f.end,
      how: f.how,
      actor,
      entity: entities.get(f.actor.id)!,
    };
  });
  const resolved = ownForces(doc, resolvePronouns(doc, sameBodies(doc, mentions), actors.words.either));
  return enemies(doc, resolved, actors.words.either, i => voiceAt(doc, resolved, i));
}

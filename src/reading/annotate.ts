import type { Actors } from '../actors/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import { parseText } from '../language/index.ts';
import { findActors, findNames } from './actors/index.ts';
import type { Annotated, ReportContext } from './annotations.ts';
import { findPlacesByRole } from './frames/places-by-role.ts';
import { addJointForces } from './joint-forces.ts';
import { withNamedLater } from './named-later.ts';
import { findPlaces } from './places/index.ts';
import { findQuantities } from './quantities/index.ts';
import { repairTree } from './repair-tree.ts';
import { settleSites } from './settle-sites.ts';
import { findTimes } from './times/index.ts';

/** What reading knows of the world. */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly actors: Actors;
}

/**
 * A text with its mentions: parsed, then places, actors, names, times and quantities found in it, each resolved in context.
 * `earlier` is the body of the report where the text is its title: what the body names is known there.
 */
export function annotate(
  text: string,
  context: ReportContext,
  part: 'text' | 'title',
  knowledge: Knowledge,
  earlier?: Annotated,
): Annotated {
  const document = repairTree(parseText(text));
  const known = findPlaces(document, context, knowledge.gazetteer, earlier).filter(
    p => document.text.slice(p.start, p.end) !== context.outlet && p.place.name !== context.outlet,
  );
  const found = findActors(document, context, known, knowledge.actors, earlier);
  const actors = addJointForces(document, found, knowledge.actors, context.published);
  const names = findNames(document, actors, known);
  const all = [...known, ...findPlacesByRole(document, known, actors, names)].sort(
    (a, b) => a.first - b.first || b.last - a.last,
  );
  const places = withNamedLater(document, settleSites(document, all, earlier?.places ?? []), earlier);
  return {
    context,
    document,
    in: part,
    places,
    actors,
    names,
    // "the March Movement": no month is meant
    times: findTimes(document, context, i =>
      actors.some(m => m.how === 'name' && m.first <= i && i < m.last),
    ),
    quantities: findQuantities(document),
  };
}

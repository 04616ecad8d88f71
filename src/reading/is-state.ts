import { loadActors } from '../actors/index.ts';

let known: ReturnType<typeof loadActors> | null = null;

/** Whether an actor id is that of a state's forces: army, police, government, air force of a country or of a regime. */
export function isState(id: string | null | undefined): boolean {
  if (!id || !/^[^:]+-(?:army|police|government|air-force)$/.test(id)) return false;
  known ??= loadActors();
  // a group may bear such a name too ("arakan-army"); the data file lists the groups, states follow by rule
  const listed = known.byId(id);
  return listed === null || listed.kind === 'state-forces';
}

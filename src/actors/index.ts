export { type Actors, type Country, loadActors } from './actors.ts';
export { actorKey } from './key.ts';

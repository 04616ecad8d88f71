import { readFileSync } from 'node:fs';

type Lists = Record<
  | 'opaque'
  | 'inner'
  | 'body'
  | 'particles'
  | 'objectControl'
  | 'remote'
  | 'light'
  | 'placeVerbs'
  | 'placeSubjectVerbs'
  | 'placeNouns'
  | 'action'
  | 'areaWords'
  | 'leaveVerbs'
  | 'motion'
  | 'vehicles'
  | 'aircraft',
  readonly string[]
>;
const lists = JSON.parse(readFileSync(new URL('./data/words.json', import.meta.url), 'utf8')) as Lists;

/** Nouns that stand before the place that is meant: "the outskirts of Baraza", "control of parts of Baraza". */
export const OPAQUE: ReadonlySet<string> = new Set(lists.opaque);
/** Prepositions between such a noun and the place. */
export const INNER: ReadonlySet<string> = new Set(lists.inner);
/** Nouns that stand before the actor that is meant: "a convoy of the army", "members of the brigade". */
export const BODY: ReadonlySet<string> = new Set(lists.body);
/** Words that stand as particles or directional adverbs: "pulled out", "drove back". */
export const PARTICLES: ReadonlySet<string> = new Set(lists.particles);
/** Verbs whose object does what their infinitive says: "forced the army to leave". */
export const OBJECT_CONTROL: ReadonlySet<string> = new Set(lists.objectControl);
/** Words by which an attack is one from afar: "air raid", "suicide attack". */
export const REMOTE: ReadonlySet<string> = new Set(lists.remote);
/** Verbs that say nothing but who does what their object names: "made a retreat". */
export const LIGHT: ReadonlySet<string> = new Set(lists.light);
/** Verbs whose object, verbs whose subject, and nouns whose of-phrase can only be a place. */
export const PLACE_VERBS: ReadonlySet<string> = new Set(lists.placeVerbs);
export const PLACE_SUBJECT_VERBS: ReadonlySet<string> = new Set(lists.placeSubjectVerbs);
export const PLACE_NOUNS: ReadonlySet<string> = new Set(lists.placeNouns);
/** Nouns for what somebody undertakes: who undertakes it does what it aims at. */
export const ACTION: ReadonlySet<string> = new Set(lists.action);
/** Nouns before which a name is a place's: "the Zorvino area". */
export const AREA_WORDS: ReadonlySet<string> = new Set(lists.areaWords);
/** Verbs by which somebody leaves or is made to leave a place: "driven out of Zorvino". */
export const LEAVE_VERBS: ReadonlySet<string> = new Set(lists.leaveVerbs);
/** Verbs that say how somebody moves; the lexicon's rows name them together as `*motion`. */
export const MOTION: ReadonlySet<string> = new Set(lists.motion);
/** Of the nouns before an actor, those that are anybody's where nobody is named with them: "turned lorries back". */
export const VEHICLES: ReadonlySet<string> = new Set(lists.vehicles);
/** What flies, and strikes from it. */
export const AIRCRAFT: ReadonlySet<string> = new Set(lists.aircraft);

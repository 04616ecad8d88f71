import { readFileSync } from 'node:fs';
import type { ControlEvent } from '../../model/index.ts';
import { MOTION } from './words.ts';

/**
 * A way of saying that a place was taken, held, left, fought for: an event, the words that evoke it, and which
 * argument (see `Slots`) fills which role. `place: ["obj.of", "of"]` reads: the place stands in the of-phrase of the
 * object, or else in an of-phrase of the word itself. A row is data; its example must be read and its near miss left alone.
 */
export interface Frame {
  readonly id: string;
  readonly event: ControlEvent;
  /** `*motion` stands for all verbs of motion. */
  readonly verb?: readonly string[];
  readonly noun?: readonly string[];
  readonly adj?: readonly string[];
  /** Last part of a compound adjective: "rebel-held". */
  readonly suffix?: readonly string[];
  /** Lemmas of the lists above that this row leaves to another row. */
  readonly notVerb?: readonly string[];
  readonly notNoun?: readonly string[];
  /** One of these particles must be there. */
  readonly particle?: readonly string[];
  /** Each slot must be filled by one of the lemmas; with `withAny` one of the slots is enough. */
  readonly with?: Readonly<Record<string, readonly string[]>>;
  readonly withAny?: boolean;
  /** Slots that must be filled, by whatever. */
  readonly needs?: readonly string[];
  /** No slot may be filled by one of the lemmas; `particle` names particles that must not be there. */
  readonly without?: Readonly<Record<string, readonly string[]>>;
  /** The word's own preposition: "*in* rebel hands". */
  readonly case?: readonly string[];
  readonly tense?: 'past' | 'present';
  readonly place: readonly string[];
  readonly actor?: readonly string[];
  readonly target?: readonly string[];
  /** The actor must be one of the fight (who "leaves" or "enters" may be anybody). */
  readonly needsActor?: boolean;
  readonly needsTarget?: boolean;
  readonly needsActorOrTarget?: boolean;
  /** The place may be the one that the sentence or the one before is about. */
  readonly implied?: boolean;
  /** The event that it is where it is told as having lasted since then ("has occupied it since May"), and where it is going on. */
  readonly whenSince?: ControlEvent;
  readonly whenGoingOn?: ControlEvent;
  /** The event that it is where it is yet to come, of a word that keeps nothing: "will be in our hands". */
  readonly whenPlanned?: ControlEvent;
  /** Arguments that the word must not have. */
  readonly lacks?: readonly string[];
  /** Only sites can fill the place: a road, a line. */
  readonly siteOnly?: boolean;
  /** Only sites that one of these words names can fill the place. */
  readonly sites?: readonly string[];
  /** What the light noun names is there, whatever becomes of the doing: who tries to break a siege is besieged. */
  readonly presupposes?: boolean;
  /** The place must be what is predicated: "they are in the town". */
  readonly predicate?: boolean;
  /** Only the tree may fill the place: the word is too common. */
  readonly strict?: boolean;
  /** An attack, which may be one from afar or on civilians. */
  readonly assault?: boolean;
  /** What it is done to must be forces, or what they undertake: "threw off their uniforms" drives nobody back. */
  readonly onForces?: boolean;
  /** Said in passing. */
  readonly attributive?: boolean;
  /** Only where the word is denied: "there was no soldier", "not a shot was fired". */
  readonly negative?: boolean;
  /** The word itself says that it is not so: "empty of soldiers", "outside their control". */
  readonly denies?: boolean;
  /** The noun must not be the object of a light verb that has a row of its own. */
  readonly lightless?: boolean;
  readonly example: string;
  readonly near: string;
}

/** Irregular forms that a tagger may leave as they are. */
const FORMS = JSON.parse(readFileSync(new URL('./data/forms.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

/** The lemma under which the lexicon knows a verb. */
export const verbLemma = (t: { readonly lower: string; readonly lemma: string }): string =>
  FORMS[t.lower] ??
  FORMS[t.lower.replace(/^re-/, 're')] ??
  t.lemma.replace(/^re-(?=en|in|ad)/, '').replace(/^re-/, 're');

interface Lexicon {
  readonly frames: readonly Frame[];
  readonly byVerb: ReadonlyMap<string, readonly Frame[]>;
  readonly byNoun: ReadonlyMap<string, readonly Frame[]>;
  readonly byAdj: ReadonlyMap<string, readonly Frame[]>;
  readonly bySuffix: ReadonlyMap<string, readonly Frame[]>;
}

/** Rows that ask for more are tried first. */
const specificity = (f: Frame): number => (f.with ? 2 : 0) + (f.particle ? 1 : 0) + (f.needsTarget ? 1.5 : 0);

/** Frames by word, the most particular first. */
function index(frames: readonly Frame[], key: 'verb' | 'noun' | 'adj' | 'suffix'): Map<string, Frame[]> {
  const map = new Map<string, Frame[]>();
  for (const frame of frames)
    for (const word of new Set((frame[key] ?? []).flatMap(w => (w === '*motion' ? [...MOTION] : [w])))) {
      if (
        (key === 'verb' && frame.notVerb?.includes(word)) ||
        (key === 'noun' && frame.notNoun?.includes(word))
      )
        continue;
      const list = map.get(word);
      if (list) list.push(frame);
      else map.set(word, [frame]);
    }
  for (const list of map.values()) list.sort((x, y) => specificity(y) - specificity(x));
  return map;
}

/** The control lexicon, `data/control.json`, indexed by the word that evokes a frame. */
export function loadLexicon(): Lexicon {
  const frames = JSON.parse(readFileSync(new URL('./data/control.json', import.meta.url), 'utf8')) as Frame[];
  return {
    frames,
    byVerb: index(frames, 'verb'),
    byNoun: index(frames, 'noun'),
    byAdj: index(frames, 'adj'),
    bySuffix: index(frames, 'suffix'),
  };
}

export type { Lexicon };

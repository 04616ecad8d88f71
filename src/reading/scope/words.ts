import { readFileSync } from 'node:fs';

type Words = Record<
  | 'planned'
  | 'plannedNouns'
  | 'possible'
  | 'possibleNouns'
  | 'possibleWords'
  | 'denied'
  | 'failed'
  | 'failedNouns'
  | 'actual'
  | 'plannedModifiers'
  | 'possibleModifiers'
  | 'failedModifiers'
  | 'told'
  | 'false'
  | 'signs'
  | 'shows'
  | 'hearsay'
  | 'calls'
  | 'beside'
  | 'perceived'
  | 'aimed'
  | 'fights'
  | 'defends'
  | 'attempts'
  | 'fails'
  | 'failures'
  | 'repelled'
  | 'thrown'
  | 'due',
  readonly string[]
>;
/**
 * `told`: nouns for what somebody tells; `false`: what is said of it where it is not so; `calls`: verbs that say it ("called reports of its
 * fall fabricated"); `shows`: what nothing does there; `hearsay`: of what nobody stands for; `signs`: of which there is none where a thing did not happen; `beside`: prepositions of what goes on beside;
 * `perceived`: what can be so is there; `aimed`: at what something is meant to bring about; `fights` to do what `defends` says, and does it by
 * fighting; `attempts`: what is tried; `fails`: what it does that comes to nothing, or ends in one of the `failures`, or is `repelled`, or `thrown` back; `due` to
 * happen.
 */
export const WORDS = JSON.parse(readFileSync(new URL('./data/scope.json', import.meta.url), 'utf8')) as Words;
/** The same lists, to be asked. */
export const sets = Object.fromEntries(Object.entries(WORDS).map(([k, v]) => [k, new Set(v)])) as Record<
  keyof Words,
  Set<string>
>;

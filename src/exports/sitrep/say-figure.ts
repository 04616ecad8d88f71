import type { ClaimView, FigureTerm } from '../../model/index.ts';
import { sayDate, sayNumber } from '../words.ts';

/** What a measure says of people: "were killed", and in the singular. In the order in which a report tells them. */
export const VERBS: Readonly<Record<FigureTerm, readonly [many: string, one: string]>> = {
  killed: ['were killed', 'was killed'],
  wounded: ['were wounded', 'was wounded'],
  'killed-or-wounded': ['were killed or wounded', 'was killed or wounded'],
  treated: ['were treated', 'was treated'],
  missing: ['were missing', 'was missing'],
  detained: ['were detained', 'was detained'],
  'captured-people': ['were captured', 'was captured'],
  displaced: ['were displaced', 'was displaced'],
  fled: ['fled', 'fled'],
  evacuated: ['were evacuated', 'was evacuated'],
  refugees: ['were refugees', 'was a refugee'],
  returned: ['returned', 'returned'],
  relocated: ['were moved', 'was moved'],
  sheltered: ['were in shelters', 'was in a shelter'],
  'in-camp': ['were in camps', 'was in a camp'],
  homeless: ['were homeless', 'was homeless'],
  'besieged-people': ['were besieged', 'was besieged'],
  'in-need': ['were in need', 'was in need'],
  'housing-destroyed': ['were destroyed', 'was destroyed'],
  'housing-damaged': ['were damaged', 'was damaged'],
};

const ONE: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  women: 'woman',
  police: 'police officer',
  households: 'household',
  houses: 'house',
};
const MANY: Readonly<Record<string, string>> = { police: 'police officers' };

const singular = (word: string): string => ONE[word] ?? word.replace(/s$/, '');

/** "at least 27 children", "one person", "dozens of people" as a number: "24 to 99 people". */
export function sayCount({ figure }: ClaimView): string {
  const { min = null, max = null, qualifier = 'exactly', unit = 'people', who } = figure ?? {};
  const word = (who ?? unit).replaceAll('-', ' ');
  const many = MANY[word] ?? word;
  if (min == null && max == null) return `an unknown number of ${many}`;
  const n = min ?? max!;
  if (n === 1 && (max ?? 1) === 1) return `one ${singular(word)}`;
  if (min != null && max != null && min !== max) return `${sayNumber(min)} to ${sayNumber(max)} ${many}`;
  const how: Readonly<Record<string, string>> = {
    about: 'about ',
    'more-than': 'more than ',
    'at-least': 'at least ',
    'up-to': 'up to ',
    vague: 'about ',
  };
  return `${how[qualifier] ?? ''}${sayNumber(n)} ${many}`;
}

/** "since 1 January 2021", "on 9 August 2021": the days that a figure is of; empty where it does not say. */
export function sayFigureTime(claim: ClaimView): string {
  const { from = null, to = null } = claim.time ?? {};
  if (from == null && to == null) return '';
  if (from != null && from === to) return `on ${sayDate(from)}`;
  if (from != null && to != null) return `between ${sayDate(from)} and ${sayDate(to)}`;
  return from == null ? `until ${sayDate(to!)}` : `since ${sayDate(from)}`;
}

export const isOne = ({ figure }: ClaimView): boolean => figure?.min === 1 && (figure.max ?? 1) === 1;

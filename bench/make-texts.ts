/** Parts of invented reports. Places and newsrooms are made up; what they say has no counterpart. */
const PLACES = [
  'Kalmar',
  'Orlo',
  'Tessim',
  'Varnak',
  'Deir Amun',
  'Tel-e Marj',
  'Belaya Rika',
  'San Tomé',
  'Umm Dafra',
];
const SIDES = [
  'government troops',
  'the rebels',
  'the Northern Front',
  'militiamen',
  'the coastal brigade',
  'the army',
];
const SAYERS = [
  'a spokesman',
  'local officials',
  'residents',
  'the provincial governor',
  'an aid worker',
  'the ministry',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WIRES = ['Example Wire', 'The Harbour Post', 'Plain Radio'];

type Pick = <T>(list: readonly T[]) => T;
type Write = (pick: Pick, number: (most: number) => number) => string;

const SENTENCES: readonly Write[] = [
  pick =>
    `${pick(SIDES)} took ${pick(PLACES)} on ${pick(DAYS)} after two days of fighting, ${pick(SAYERS)} said.`,
  (pick, number) =>
    `At least ${2 + number(90)} people were killed and ${number(300)} wounded when shells hit a market in ${pick(PLACES)}, according to ${pick(SAYERS)}.`,
  (pick, number) =>
    `More than ${number(40) + 1},000 people have fled ${pick(PLACES)} since ${pick(DAYS)}, and some ${number(900) + 100} families are sheltering in schools near ${pick(PLACES)}.`,
  pick =>
    `“They came from the north at dawn, and the police had already left,” said a shopkeeper in ${pick(PLACES)} who asked not to be named.`,
  pick =>
    `${pick(SAYERS)} denied that ${pick(SIDES)} had entered ${pick(PLACES)}, saying that the town’s centre was still held by ${pick(SIDES)}.`,
  pick =>
    `The fall of ${pick(PLACES)}, the third district centre to be lost in a week, leaves the road to ${pick(PLACES)} open.`,
  (pick, number) =>
    `Air strikes destroyed a bridge ${number(30) + 2} km south of ${pick(PLACES)}, cutting off ${pick(SIDES)} that had advanced towards ${pick(PLACES)} and ${pick(PLACES)}.`,
  pick =>
    `It was not immediately possible to verify the claim, which ${pick(SAYERS)} in ${pick(PLACES)} dismissed as propaganda.`,
  pick =>
    `In ${pick(PLACES)}, ${pick(SIDES)} withdrew to their barracks overnight without a fight, ${pick(SAYERS)} told ${pick(WIRES)}.`,
  pick =>
    `Clashes were also reported in the outskirts of ${pick(PLACES)}, where the U.N. says that hospitals lack fuel.`,
];

/** Invented reports of some 200 words, the same for the same seed. */
export function makeTexts(count: number, seed = 1): string[] {
  let state = seed;
  const number = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const pick: Pick = list => list[number(list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const lead = `${pick(PLACES).toUpperCase()} (${pick(WIRES)}) — `;
    const paragraphs = Array.from({ length: 4 }, () =>
      Array.from({ length: 2 }, () => pick(SENTENCES)(pick, number))
        .map(capital)
        .join(' '),
    );
    return `${lead}${paragraphs.join('\n\n')}\n\nReport ${i + 1} of the series.\n`;
  });
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

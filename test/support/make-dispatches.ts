import { numbersFrom } from './fuzz.ts';

/** A report as a line of JSON has it. */
export interface Dispatch {
  readonly id: string;
  readonly title: string;
  readonly outlet: string;
  readonly published: string;
  readonly url: string;
  readonly text: string;
}

/** Places, and the two sides that fight there. */
const FIELDS: readonly { readonly sides: readonly string[]; readonly places: readonly string[] }[] = [
  {
    sides: ['The army', 'Rebel fighters'],
    places: ['Bambari', 'Bangassou', 'Birao', 'Bouar', 'Paoua', 'Ndele'],
  },
  {
    sides: ['Government forces', 'The insurgents'],
    places: ['Ajdabiya', 'Sabha', 'Zuwara', 'Tobruk', 'Ubari', 'Ghat'],
  },
  {
    sides: ['Government troops', 'The militia'],
    places: ['Malakal', 'Renk', 'Akobo', 'Pibor', 'Yambio', 'Bor'],
  },
  {
    sides: ['The army', 'The paramilitaries'],
    places: ['Nyala', 'Kadugli', 'Zalingei', 'Kutum', 'Dilling', 'Talodi'],
  },
  { sides: ['Soldiers', 'Jihadists'], places: ['Djibo', 'Dori', 'Kaya', 'Menaka', 'Ansongo', 'Diffa'] },
];
const OUTLETS = [
  'Harbour Wire',
  'Ridge Post',
  'Plain Radio',
  'Delta Courier',
  'Lake Tribune',
  'Upland Daily',
];
const SAYERS = [
  'a member of the town council',
  'a local official',
  'a resident named Adan',
  'a medical worker',
  'an army spokesman',
  'witnesses',
];

const NAMES = ['bridge', 'market', 'mill', 'harbour', 'school', 'water tower', 'bus station', 'old fort'];
const QUIET = [
  'The council of {place} opened a new library, and its first readers came from three streets around.',
  'Rain is expected in {place} until the weekend; farmers there have begun to sow millet and groundnuts.',
  'Prices of sorghum fell in {place} for the second week, traders at the market told {outlet}.',
  'A football side from {place} won the regional cup after extra time, before four thousand spectators.',
  'Teachers in {place} will be paid from next month by telephone, the ministry of education announced.',
  'The ferry to {place} runs again on Mondays, after repairs to its engine that took most of a month.',
];

/**
 * Short reports of a year in thirty towns, the same for the same seed. Half tell of takings, entries, withdrawals, fighting, denials,
 * dead and displaced, with named sources; half, as in any archive, of nothing that is recorded. One in ten is another newsroom's text
 * days later, one in twenty a later version of an earlier one, and one in five comes out of order.
 */
export function makeDispatches(count: number, seed: number): Dispatch[] {
  const random = numbersFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const made: Dispatch[] = [];
  for (let n = 0; n < count; n++) {
    const on = Math.min(364, Math.max(0, Math.floor((n * 365) / count) - (below(5) === 0 ? below(20) : 0)));
    const outlet = pick(OUTLETS);
    const earlier = made.length > 20 ? made[made.length - 1 - below(20)]! : null;
    const what = below(20);
    const report = { id: `d-${n}`, title: `Dispatch ${n}`, outlet, published: dayOf(on), url: addressOf(n) };
    if (earlier != null && what < 2) made.push({ ...report, text: earlier.text });
    else if (earlier != null && what === 2)
      made.push({ ...report, url: earlier.url, text: `${earlier.text}\n\n${tell(on, pick, below)}` });
    else if (what % 2 === 0) made.push({ ...report, text: quietly(n, outlet, pick) });
    else
      made.push({
        ...report,
        text: `${tell(on, pick, below)}\n\nNote ${n} of the desk, from the ${pick(NAMES)}.`,
      });
  }
  return made;
}

const addressOf = (n: number): string => `https://ridge.example/dispatches/${n}`;

const quietly = (n: number, outlet: string, pick: <T>(list: readonly T[]) => T): string =>
  pick(QUIET)
    .replace('{place}', pick(pick(FIELDS).places))
    .replace('{outlet}', `${outlet}, note ${n}`);

function tell(on: number, pick: <T>(list: readonly T[]) => T, below: (most: number) => number): string {
  const { sides, places } = pick(FIELDS);
  const [place, other] = [pick(places), pick(places)];
  const turn = below(2);
  const [side, foe] = [sides[turn]!, sides[1 - turn]!];
  const day = wordsOf(on - below(3));
  const first = [
    `${side} captured the town of ${place} on ${day}, ${pick(SAYERS)} said.`,
    `${side} entered ${place} on ${day}, ${pick(SAYERS)} told Harbour Wire.`,
    `${side} withdrew from ${place} on ${day}, ${pick(SAYERS)} said.`,
    `${side} did not capture ${place}, ${pick(SAYERS)} said on ${day}.`,
    `${side} clashed with ${foe.toLowerCase()} near the ${pick(NAMES)} in ${place} on ${day}.`,
    `${side} retook ${place} from ${foe.toLowerCase()} on ${day}, according to ${pick(SAYERS)}.`,
  ];
  const second = [
    `At least ${2 + below(60)} people were killed in ${other}, ${pick(SAYERS)} said.`,
    `Some ${1 + below(40)},000 people fled ${other}, the United Nations said.`,
    `${foe} still hold ${other}, ${pick(SAYERS)} said.`,
    '',
  ];
  return `${pick(first)} ${pick(second)}`.trim();
}

const at = (on: number): Date => new Date(Date.UTC(2023, 0, 1 + on));
const dayOf = (on: number): string => at(on).toISOString().slice(0, 10);
const wordsOf = (on: number): string =>
  at(on).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

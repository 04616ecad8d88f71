import { type Reading, type Source, WITHHELD_KINDS } from '../../model/index.ts';

/** "residents", "several doctors", "security sources": many, so that nobody is told. */
const MANY =
  /^(?:(?:the|some|several|many|other|two|three|four|five|dozens of|a group of) )?(?:[\p{Ll}-]+ )*(?:[\p{Ll}-]+(?<!s)s|people|men|women|witnesses|nurses|police|staff|media|families)(?= (?:of|in|at|from|near|on|inside|around|and|who|there|here|living)\b|,|$)/u;
/** "a member of the council", "one official": a single local source who is not named. */
const SINGLE = /^(?:an?|one|another) /i;
/** Words of an address or a rank: they tell nobody. */
const TITLES = new Set(
  'Mr Mrs Ms Miss Dr Doctor Haji Hajji Sheikh Mullah Imam Prof Professor Sir Father Sister Brother The A An One'.split(
    ' ',
  ),
);
/** Shorter words than this are initials and particles, masked with the whole name alone. */
const SHORTEST = 3;

const isPrivate = ({ name, kind }: Source): boolean =>
  WITHHELD_KINDS.includes(kind) ? !MANY.test(name) : kind === 'local-official' && SINGLE.test(name);

/**
 * The words of a report that name private persons who spoke in it (law 7): their names as the report has them, and the
 * names' single words ("Karimi"), but no word that also names a place, a party or a newsroom there. Longest first.
 * @example privateWords(reading) // ['Gul Karimi', 'Karimi', 'Gul']
 */
export function privateWords(reading: Pick<Reading, 'claims' | 'mentions'>): string[] {
  const names = new Set<string>();
  for (const claim of reading.claims)
    for (const source of claim.attribution) if (isPrivate(source)) names.add(source.name);
  if (names.size === 0) return [];
  const known = knownWords(reading);
  const words = new Set<string>();
  for (const name of names) {
    words.add(name);
    for (const word of name.match(/\p{Lu}[\p{L}\p{M}'’-]*/gu) ?? [])
      if (word.length >= SHORTEST && !TITLES.has(word) && !known.has(word)) words.add(word);
  }
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Words that name places, parties, bodies and other sources in a report. */
function knownWords({ claims, mentions }: Pick<Reading, 'claims' | 'mentions'>): Set<string> {
  const words = new Set<string>();
  const add = (text: string | null | undefined): void => {
    for (const word of text?.match(/[\p{L}\p{M}'’-]+/gu) ?? []) words.add(word);
  };
  for (const claim of claims) {
    for (const place of claim.places) add(place.name);
    add(claim.actor?.name);
    add(claim.target?.name);
    for (const source of claim.attribution) if (isPublic(source)) add(source.name);
  }
  for (const mention of mentions)
    if (mention.kind === 'place' || mention.kind === 'actor' || mention.kind === 'organisation')
      add(mention.text);
  return words;
}

const isPublic = (source: Source): boolean =>
  source.kind === 'outlet' ||
  source.kind === 'news-agency' ||
  source.kind === 'monitor' ||
  source.kind === 'party';

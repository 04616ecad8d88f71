import { loadActors } from '../../actors/index.ts';
import { loadGazetteer } from '../../gazetteer/index.ts';
import type { Source } from '../../model/index.ts';
import { overlaps } from '../../model/index.ts';
import type { ActorMention } from '../annotations.ts';
import type { SourceContext } from './source-kind.ts';

const MEDIUM =
  /\b(?:news agency|agency|media|television|tv|radio|channel|station|broadcaster|newspaper|daily|website|outlet)\b/i;
/** "state-run", "Houthi-controlled", "rebel-affiliated": media that somebody keeps. */
const KEPT =
  /(?:^|[\s“"])(?!(?:privately|family|independent|community|foreign|activist|student|volunteer|locally|church|un)-)[\p{L}’']+[-‑](?:run|controlled|owned|operated|affiliated|linked)\b/iu;
/** "the group's media wing", "the rebels' channel", "its official Telegram channel" */
const KEEPER =
  /\b(?:group|movement|militia|party|rebels?|insurgents?|militants?|junta|regime|army|military|government)['’]s?\s/i;
const OWN =
  /(?:['’]s?|\b(?:its|their))\s+(?:own\s+|official\s+|central\s+)?(?:media (?:wing|office|arm|branch|outlet)|(?:telegram |television |tv |radio |news )?(?:channel|station|agency|account)|radio\b|mouthpiece)/iu;

/** Whether some words, in small letters, name media that speak for a side: a state's own agency, a group's channel. */
export const isSidesMedium = (words: string, actors: readonly ActorMention[]): boolean =>
  OWN.test(words) ||
  (MEDIUM.test(words) && (KEPT.test(words) || KEEPER.test(words) || isOwnedBy(words, actors)));

/** "the Reds' Dawn television": the name of a side in the possessive. */
const isOwnedBy = (words: string, actors: readonly ActorMention[]): boolean =>
  actors.some(
    ({ how, actor }) =>
      how === 'name' &&
      /['’]/.test(words) &&
      POSSESSIVE.some(s => words.includes(actor.name.toLowerCase() + s)),
  );
const POSSESSIVE = ["'s ", '’s ', "' ", '’ '];

/** "President Omar Selim", "the president", "the prime minister": the head of the country that the report is about. */
const HEAD =
  /^(?:(?:the|its|interim|acting|then|deputy|vice)\s+)*(?:president|prime minister|premier|vice[- ]president|presidential|cabinet|foreign minister|foreign ministry|justice minister|interior minister|(?:national|supreme) security council)\b/iu;

/** Whether words name, by title alone, somebody who governs; "the French president" is another state's. */
export const isOwnGovernment = (words: string): boolean => HEAD.test(words);

/** "Kyiv said", "Damascus denied": a capital that speaks is the government that sits there. Null where the words are no capital alone. */
export function governmentOfCapital({
  at,
  name,
  places,
  actors,
  published,
}: SourceContext): Pick<Source, 'kind' | 'actor'> | null {
  const city = places.find(
    p => p.how === 'name' && overlaps(p, at) && (p.place.name === name || p.end - p.start === name.length),
  )?.place;
  if (!city?.country || loadGazetteer().seatOf(`iso:${city.country}`)?.id !== city.id) return null;
  const state = loadActors().stateForces(city.country, 'government', published);
  const others = places.filter(p => p.locative && !overlaps(p, at) && p.place.country != null);
  const isHome = others.length > 0 && others.every(p => p.place.country === city.country);
  return isHome || actors.some(a => a.actor.side === state.side)
    ? { kind: 'party', actor: { id: state.id, side: state.side } }
    : { kind: 'official' };
}

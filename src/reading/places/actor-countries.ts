import { loadActors } from '../../actors/index.ts';

/** Groups at home in many countries tell of none. */
const TRANSNATIONAL = /^(?:islamic-state|al-qaeda)/;
const HOME = /^(?:rebel-group|political-militia|identity-militia)$/;

/**
 * The countries of the armed groups that a text names, with how often: a report on the Taliban is about Afghanistan, whatever
 * border it mentions. `date` is the day of publication.
 */
export function actorCountries(text: string, date: string | null): Map<string, number> {
  const actors = loadActors(),
    out = new Map<string, number>(),
    words = text.split(/[\s.,;:!?“”"()]+/);
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i]!)) continue;
    for (let n = Math.min(actors.longestFrom(words[i]!), words.length - i); n > 0; n--) {
      const actor = actors.findByName(words.slice(i, i + n).join(' '), date)[0];
      if (!actor) continue;
      if (actor.country && HOME.test(actor.kind) && !TRANSNATIONAL.test(actor.side))
        out.set(actor.country, (out.get(actor.country) ?? 0) + 1);
      i += n - 1;
      break;
    }
  }
  return out;
}

import { loadGazetteer } from '../../gazetteer/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { SAY } from '../speech/cues.ts';
import { forceRun, plain } from './runs.ts';
import { branchOf, type Search } from './search.ts';

/** "Moscow said", "Kyiv has denied it", "Moscow's troops": a capital that speaks or has forces is the government there. */
function isCapitalThatActs({ doc }: Search, { place, locative }: PlaceMention, i: number): boolean {
  const t = doc.tokens[i]!,
    above = doc.tokens[t.head];
  if (locative || !place.country || !above) return false;
  if (t.deprel !== 'nmod:poss' && !SAY.has(above.lemma)) return false;
  return loadGazetteer().seatOf(`iso:${place.country}`)?.id === place.id;
}

/** A state as the doer: "Ukraine said", "Moscow's troops". */
export function countryAsActor(s: Search, i: number): void {
  const { doc, actors } = s,
    t = doc.tokens[i]!;
  if (
    t.upos !== 'PROPN' ||
    !(t.deprel.startsWith('nsubj') || t.deprel === 'obl:agent' || t.deprel === 'nmod:poss')
  )
    return;
  const place = s.places.find(p => p.first <= i && i < p.last);
  const country =
    place && (place.place.kind === 'country' || isCapitalThatActs(s, place, i))
      ? place.place.country
      : (actors.countryByName(t.text)?.code ?? null);
  if (!country) return;
  if (t.deprel === 'nmod:poss') {
    const owned = doc.tokens[t.head]!;
    for (let k = i + 1; k <= owned.index && owned.index - i < 5; k++) {
      const last = s.taken[k] ? null : forceRun(doc, k, actors.words.state);
      if (last !== owned.index + 1) continue;
      s.add(
        place?.place.kind === 'country' ? place.first : i,
        last,
        s.stateForces(country, branchOf(plain(doc, k, last))),
        'name',
        false,
      );
      return;
    }
    return;
  }
  const verb = doc.tokens[t.head];
  if (verb?.upos === 'VERB' && t.deprel !== 'nsubj:pass')
    s.add(i, i + 1, s.stateForces(country, 'government'), 'name', false);
}

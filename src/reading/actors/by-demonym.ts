import { extend, forceRun, NOMINAL, plain } from './runs.ts';
import { branchOf, type Search } from './search.ts';
import { isUnarmed, stateMilitia } from './unarmed.ts';

/** "Malian soldiers", "the Syrian government", "Rwandan troops", "Syrian rebels", "the Iraqis", "Israeli air strikes" */
export function byDemonym(s: Search, i: number): void {
  const { doc, actors } = s,
    t = doc.tokens[i]!;
  if (!/^\p{Lu}/u.test(t.text)) return;
  const country =
    actors.countryByDemonym(t.text) ?? (t.lower === 'us' || t.lower === 'u.s.' ? actors.country('US') : null);
  if (!country) return;
  for (let k = i + 1; k < Math.min(doc.tokens.length, i + 4) && doc.tokens[k]!.sentence === t.sentence; k++) {
    const militia = stateMilitia(doc, k);
    if (militia) {
      s.add(i, militia, s.stateMilitia(country.code), 'name', false);
      return;
    }
    const state = forceRun(doc, k, actors.words.state) ?? forceRun(doc, k, actors.words.ofState);
    if (state) {
      const actor = s.stateForces(country.code, branchOf(plain(doc, k, state)));
      s.add(i, extend(doc, state, actors), actor, 'name', false);
      return;
    }
    const other = forceRun(doc, k, actors.words.nonState);
    if (other && isUnarmed(doc, k)) return;
    if (other) {
      s.add(i, other, s.rebelsOf(country.code, plain(doc, k, other)), 'description', false);
      return;
    }
    if (forceRun(doc, k, actors.words.deeds) && t.lower !== 'us') {
      s.add(i, i + 1, s.stateForces(country.code, 'army'), 'name', false);
      return;
    }
    if (!NOMINAL.has(doc.tokens[k]!.upos) && doc.tokens[k]!.text !== '-') break;
  }
  if (/s$/.test(t.text) && (t.xpos === 'NNPS' || t.xpos === 'NNS') && t.deprel.startsWith('nsubj'))
    s.add(i, i + 1, s.stateForces(country.code, 'army'), 'name', false);
}

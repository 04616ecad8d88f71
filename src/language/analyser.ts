import { Lemmatizer } from './lemmas.ts';
import { Network } from './network/analyse.ts';
import type { ParserModel } from './network/model-file.ts';

/** Tags, lemmas and the tree of one sentence; heads count from 0 in it, -1 for the root. */
export interface Analysis {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemma: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
}

/** Analyses sentences, each 1 to LONGEST words. */
export type Analyser = (sentences: readonly (readonly string[])[]) => Analysis[];

/** Forms that the network knows too little of and takes for adjectives or prepositions, and those it is shown for them. */
const SHOWN: Readonly<Record<string, string>> = {
  overran: 'captured',
  retook: 'recaptured',
  overrun: 'captured',
};
const LEMMAS: Readonly<Record<string, string>> = { overran: 'overrun', retook: 'retake', overrun: 'overrun' };
const BEFORE_INFINITIVE = /^(?:to|will|would|can|could|may|might|must|shall|should|not|n't|n’t)$/i;

/** What the network is shown for a form: "overran" as "captured", "to overrun" as "to capture". */
const shown = (form: string, before: string | undefined): string =>
  form === 'overrun' && before !== undefined && BEFORE_INFINITIVE.test(before)
    ? 'capture'
    : (SHOWN[form] ?? form);

/** Makes the analyser of a model; `verbForms` as for the lemmatizer. */
export function makeAnalyser(model: ParserModel, verbForms?: ReadonlyMap<string, string>): Analyser {
  const lemmatizer = new Lemmatizer(model.lemmas, verbForms);
  const network = new Network(model.sizes, model.vocabulary, model.vectors, model.trained);
  const tags = model.tags.map(tag => tag.split('|') as [upos: string, xpos: string]);
  return sentences =>
    network
      .analyse(sentences.map(forms => forms.map((form, i) => shown(form, forms[i - 1]))))
      .map(({ tag, head, relation }, s) => {
        const forms = sentences[s]!;
        const pairs = Array.from(tag, number => tags[number]!);
        return {
          upos: pairs.map(pair => pair[0]),
          xpos: pairs.map(pair => pair[1]),
          lemma: forms.map((form, i) => LEMMAS[form] ?? lemmatizer.lemma(form, pairs[i]![1])),
          head: Array.from(head, number => (number === forms.length ? -1 : number)),
          deprel: Array.from(relation, (number, i) =>
            head[i] === forms.length ? 'root' : model.relations[number]!,
          ),
        };
      });
}

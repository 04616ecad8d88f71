/** Past forms and participles that no rule gives. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  flee: ['fled'],
  slay: ['slew', 'slain'],
  shoot: ['shot'],
  lose: ['lost'],
  take: ['took', 'taken'],
  hold: ['held'],
  leave: ['left'],
  seek: ['sought'],
  find: ['found'],
  drive: ['drove', 'driven'],
  go: ['went', 'gone'],
  come: ['came'],
  sweep: ['swept'],
  stand: ['stood'],
  rise: ['rose', 'risen'],
  speak: ['spoke', 'spoken'],
  give: ['gave', 'given'],
  blow: ['blew', 'blown'],
  fall: ['fell', 'fallen'],
  retake: ['retook', 'retaken'],
  overrun: ['overran'],
  keep: ['kept'],
  overtake: ['overtook', 'overtaken'],
  bring: ['brought'],
  stick: ['stuck'],
  die: ['dying'],
  lie: ['lying', 'lay'],
  tie: ['tying'],
  throw: ['threw', 'thrown'],
  steal: ['stole', 'stolen'],
  set: ['set', 'setting'],
  put: ['put', 'putting'],
  cut: ['cut'],
  hit: ['hit'],
  hurt: ['hurt'],
  quit: ['quit'],
  cost: ['cost'],
  shut: ['shut', 'shutting'],
  beat: ['beaten'],
  burn: ['burnt'],
  break: ['broke', 'broken'],
  build: ['built'],
  fight: ['fought'],
  free: ['freed'],
  bury: ['buried'],
  say: ['said'],
  tell: ['told'],
  think: ['thought'],
  know: ['knew', 'known'],
  write: ['wrote', 'written'],
  swear: ['swore', 'sworn'],
  see: ['saw', 'seen'],
  show: ['shown'],
  sing: ['sang', 'sung'],
  forget: ['forgot', 'forgotten'],
  feel: ['felt'],
  hear: ['heard'],
  understand: ['understood'],
  read: ['read'],
};
const DOUBLING = /(?:^|[^aeiou])[aeiou][bdgmnprt]$/;
/** Verbs of two syllables whose last consonant is not doubled. */
const NOT_DOUBLED = /(?:en|er|on|it|el|al|op|et)$/;
/** Of these, verbs that are stressed on the last: "admitted", "referred". */
const STRESSED = /^(?:admit|commit|permit|submit|omit|emit|remit|transmit)$|[^f]fer$/;
/** Verbs in -l, which British newsrooms double: "signalled", "controlled". */
const IN_L = /[^aeiou][aeo]l$/;

/**
 * The forms of a verb: as it is, with -s, -ed and -ing by the rules of spelling, and irregular ones.
 * @example formsOf('seize') // ['seize', 'seizes', 'seized', 'seizing']
 */
export function formsOf(verb: string): string[] {
  const irregular = Object.hasOwn(IRREGULAR, verb) ? IRREGULAR[verb]! : [];
  const doubled =
    STRESSED.test(verb) || (DOUBLING.test(verb) && !(verb.length > 4 && NOT_DOUBLED.test(verb)));
  const stem = doubled ? verb + verb.at(-1)! : verb;
  if (/[^aeiou]y$/.test(verb)) {
    const cut = verb.slice(0, -1);
    return [verb, `${cut}ies`, `${cut}ied`, `${verb}ing`, ...irregular];
  }
  if (/ee$/.test(verb)) return [verb, `${verb}s`, `${verb}d`, `${verb}ing`, ...irregular];
  if (/e$/.test(verb)) {
    const cut = verb.slice(0, -1);
    return [verb, `${verb}s`, `${verb}d`, `${cut}ing`, ...irregular];
  }
  const s = /(?:s|x|z|ch|sh)$/.test(verb) ? 'es' : 's';
  const british = IN_L.test(verb) ? [`${verb}led`, `${verb}ling`] : [];
  return [verb, verb + s, `${stem}ed`, `${stem}ing`, ...british, ...irregular];
}

/** Every form of the verbs, with the verb it is of; where two verbs share a form, the first keeps it. */
export function formTable(verbs: Iterable<string>): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const verb of verbs) for (const form of formsOf(verb)) if (!table.has(form)) table.set(form, verb);
  return table;
}

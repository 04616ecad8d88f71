import type { Document } from '../../language/index.ts';

const RULE = /^(?:government|regime|state|junta|army|military)$/;
/** Words before "group", "organisation", "movement" by which it bears no arms. */
const PEACEFUL =
  /^(?:rights|aid|relief|monitoring|monitor|humanitarian|advocacy|activist|medical|media|charity|environmental|press|research|watchdog|observatory|lobby|contact|working|civil|campaign|hacking|analysis|women|youth|student|church|parliamentary|legal|health|rescue|tracking|news|data|expert|experts|economic|energy|oil|mining|telecoms|industry)$/;
const BODY =
  /^(?:group|groups|organisation|organization|organisations|organizations|movement|alliance|coalition|faction)$/;

/** "a relief group", "the British-based monitoring group": a body that bears no arms. `i`: its last word. */
export function isUnarmed(doc: Document, i: number): boolean {
  if (!BODY.test(doc.tokens[i]!.lower)) return false;
  for (let k = i - 1; k >= i - 4 && k >= 0 && doc.tokens[k]!.sentence === doc.tokens[i]!.sentence; k--) {
    const t = doc.tokens[k]!;
    if (PEACEFUL.test(t.lower)) return true;
    if (!/^(?:NOUN|ADJ|PROPN|PUNCT|VERB)$/.test(t.upos)) return false;
  }
  return false;
}

/** "pro-government militias", "loyalist militiamen": end of the run, or null. */
export function stateMilitia(doc: Document, i: number): number | null {
  const at = (k: number): string => doc.tokens[k]?.lower ?? '';
  const dashed = /^[-‐]$/.test(at(i + 1)) ? 1 : 0;
  const apart = at(i) === 'pro' && RULE.test(at(i + 1 + dashed)),
    whole = at(i) === 'loyalist' || (/^pro[-‐]?/.test(at(i)) && RULE.test(at(i).replace(/^pro[-‐]?/, '')));
  const first = apart ? i + 2 + dashed : whole ? i + 1 : null;
  return first !== null &&
    /^(?:militia|militias|militiamen|fighters|militiaman|paramilitaries|tribesmen)$/.test(at(first))
    ? first + 1
    : null;
}

const NAME = /^(?:\p{Lu}[\p{L}.’']*|[dl][’']\p{Lu}\p{L}*)$/u;
const LINK = /^(?:-|de|del|la|las|los|le|al|el|of|the|au|du|,|\/|and)$/i;
/** Words with which a sentence may begin before a date. */
const NO_PLACE =
  /^(?:On|In|At|By|From|Since|After|Before|Until|Till|Between|During|The|An?|This|Last|Late|Early)$/;
const CAPITALS = /^\p{Lu}{3,}$/u;
const DASH = /^(?:-{1,2}|[–—]|_)$/;
const WEEKDAY = /^(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?$/;
const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$/;
const NUMBER = /^\d{1,4}(?:st|nd|rd|th)?$/;
const CLOCK = /^(?:\d{1,2}[:.]\d\d|[ap]\.?m\.?|GMT|UTC|local|time|noon|midnight)$/i;
/** Tokens that a dateline takes at most, and words in its brackets. */
const LONGEST = 18;
const MOST_IN_BRACKETS = 6;

/**
 * How many tokens a sentence's dateline takes, with the dash that ends it; 0 for none. A place with a date, a clock time or an
 * agency in brackets behind it, or set in capitals: "SADRA, Jan 3 (Harbour Newswire) -". A place alone in ordinary letters is
 * none ("Sadra – residents report" may be an entry of a list), nor is one that a colon ends without a date.
 * @example datelineOf(['SADRA', ',', 'Kend', '-', 'Rebels', 'left']) // 4
 */
export function datelineOf(forms: readonly string[]): number {
  let i = 0,
    dated = false;
  const at = (k: number): string => forms[k] ?? '';
  if (!NAME.test(at(0)) || NO_PLACE.test(at(0)) || MONTH.test(at(0)) || WEEKDAY.test(at(0))) return 0;
  const capitals = CAPITALS.test(at(0));
  while (i < LONGEST && i < forms.length) {
    const word = at(i);
    if (word === '(') {
      const close = forms.indexOf(')', i);
      if (close < 0 || close - i > MOST_IN_BRACKETS + 1) return 0;
      dated = true;
      i = close + 1;
      continue;
    }
    const ends = DASH.test(word) || (word === ':' && dated);
    if (ends && i > 0 && endsHere(forms, i, dated, capitals)) return i + 1;
    if (MONTH.test(word) || WEEKDAY.test(word) || NUMBER.test(word) || CLOCK.test(word)) {
      if (i === 0) return 0;
      dated ||= !NUMBER.test(word);
    } else if (!(NAME.test(word) && !dated) && !LINK.test(word)) return 0;
    i++;
  }
  return 0;
}

/** Whether the dash at `i` ends a dateline and is none inside a name: "CAP-HAITIEN, Feb 23 -". */
function endsHere(forms: readonly string[], i: number, dated: boolean, capitals: boolean): boolean {
  const next = forms[i + 1];
  if (next === undefined || !/^[\p{Lu}\p{N}“"‘']/u.test(next)) return false;
  if (dated) return true;
  return capitals && (forms[i] !== '-' || !CAPITALS.test(next) || !CAPITALS.test(forms[i - 1]!));
}

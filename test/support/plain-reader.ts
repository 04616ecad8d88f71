import {
  type ClaimDraft,
  type ClaimPlace,
  dateOf,
  makeClaims,
  makeQuote,
  type OriginKind,
  type Reading,
  type Report,
  type Source,
} from '../../src/model/index.ts';
import type { Reader } from '../../src/reading/read.ts';

/**
 * A reader of one kind of sentence, for tests of what comes after reading:
 * "Red forces captured Arvo on 2021-08-06, said Gul Karimi, a resident." Verbs: captured, entered, left, held; before
 * them "did not" denies. Sides are colours. Real places are those of `KNOWN`.
 */
export const plainReader: Reader = {
  version: 'plain-1',
  read: readPlainly,
  explain: report => ({ reading: readPlainly(report), explanation: { claims: [], rejected: [] } }),
};

const SENTENCE =
  /(?<side>[A-Z]\w+) forces (?<not>did not )?(?<verb>\w+) (?<place>[A-Z]\w+)(?: on (?<day>\d{4}-\d\d-\d\d))?(?:, said (?<who>[^,.]+)(?:, an? (?<kind>[a-z-]+))?)?\./g;
/** "Red forces have taken 3 of Sudan's state capitals.", "Red forces took a 3rd of Sudan's state capitals." */
const COUNT =
  /(?<side>[A-Z]\w+) forces (?:have taken|took an?) (?<n>\d+)(?<ordinal>st|nd|rd|th)? of Sudan's state capitals\./g;
const EVENTS: Readonly<Record<string, string>> = {
  captured: 'capture',
  capture: 'capture',
  entered: 'enter',
  left: 'withdraw',
  held: 'hold',
};
const KNOWN: Readonly<Record<string, Partial<ClaimPlace>>> = {
  Farah: { id: 'gn:1142264', country: 'AF' },
  Herat: { id: 'gn:1140026', country: 'AF' },
  Zalingei: { id: 'gn:363533', country: 'SD' },
  Singa: { id: 'gn:366847', country: 'SD' },
  Nyala: { id: 'gn:369004', country: 'SD' },
};

function readPlainly(report: Report): Reading {
  const drafts: ClaimDraft[] = [];
  for (const match of report.text.matchAll(SENTENCE)) {
    const { side, not, verb, place, day, who, kind } = match.groups as Record<string, string | undefined>;
    const event = EVENTS[verb!];
    if (event == null) continue;
    drafts.push({
      in: 'text',
      kind: 'control',
      event,
      places: [placeOf(place!)],
      actor: { id: side!.toLowerCase(), name: `${side} forces`, side: side!.toLowerCase() },
      ...(day == null ? {} : { time: { from: day, to: day, precision: 'day', text: day } }),
      polarity: not == null ? 'affirmed' : 'denied',
      modality: 'actual',
      attribution: who == null ? [] : [sourceOf(who, kind)],
      quote: makeQuote(report.text, { start: match.index, end: match.index + match[0].length }),
      frame: event,
    });
  }
  for (const match of report.text.matchAll(COUNT)) {
    const { side, n, ordinal } = match.groups as Record<string, string>;
    drafts.push({
      in: 'text',
      kind: 'count',
      places: [],
      actor: { id: side!.toLowerCase(), name: `${side} forces`, side: side!.toLowerCase() },
      polarity: 'affirmed',
      modality: 'actual',
      attribution: [],
      count: { n: Number(n), set: 'state capitals', ordinal: ordinal != null },
      quote: makeQuote(report.text, { start: match.index, end: match.index + match[0].length }),
    });
  }
  return {
    report: report.id,
    reader: 'plain-1',
    claims: makeClaims(report.id, drafts),
    main: drafts.length === 0 ? null : 0,
    discrepancies: [],
    mentions: [],
    speech: [],
  };
}

const placeOf = (name: string): ClaimPlace => ({
  id: `x:zz/-/${name.toLowerCase()}`,
  name,
  kind: 'town',
  precision: 'unresolved',
  ...KNOWN[name],
});

/** "Red" is the red side's own word. */
const sourceOf = (name: string, kind: string | undefined): Source =>
  kind == null && /^[A-Z]\w+$/.test(name)
    ? { name, kind: 'party', role: 'said', actor: { id: name.toLowerCase(), side: name.toLowerCase() } }
    : { name, kind: (kind ?? 'monitor') as OriginKind, role: 'said' };

/** A report in short. @example dispatch('2021-08-06', 'Example Wire', 'Red forces captured Arvo.') */
export const dispatch = (
  published: string,
  outlet: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
) => ({ published, outlet, text: `${outlet}, ${dateOf(published)}. ${text}`, ...more });

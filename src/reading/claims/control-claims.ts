import type { Document } from '../../language/document.ts';
import { type ClaimPlace, type ClaimTime, endOfMonth, makeQuote } from '../../model/index.ts';
import type { ActorMention, Annotated } from '../annotations.ts';
import { acledOf, ploverOf } from '../codes/control-codes.ts';
import { isWithoutAFight } from '../codes/without-a-fight.ts';
import { prominenceOf } from '../events/prominence.ts';
import type { Statement } from '../frames/match.ts';
import { isState } from '../is-state.ts';
import { type Scope, scopeOf } from '../scope/scope.ts';
import type { Attributor } from '../speech/attribute.ts';
import { modalityOf, timeAt } from './dates.ts';
import type { Drafted } from './drafted.ts';
import { mergeStatements } from './merge-statements.ts';
import { isFormer, isUnderWay, tenseOf } from './tense.ts';

/** The claims of a text's statements about control: one a statement, actor and origin. */
export function controlClaims(
  a: Annotated,
  statements: readonly Statement[],
  attributor: Attributor,
): Drafted[] {
  return mergeStatements(statements).flatMap(statement => claimsOf(a, statement, attributor));
}

function claimsOf(a: Annotated, told: Statement, attributor: Attributor): Drafted[] {
  const doc = a.document;
  const scope = scopeOfStatement(doc, told);
  if (!scope) return [];
  const s = asPlanned(doc, told, scope);
  const tense = tenseOf(doc, s.trigger);
  const ongoing = tense === 'present';
  const state = lasts(s);
  const said = attributor.actsOver(doc.tokens[s.trigger]!).length > 0;
  const at = timeAt(a, attributor, s.trigger, {
    modality: scope.modality,
    tense,
    state,
    said,
    durations: s.places.length > 1,
  });
  const lasting = ongoing || (said && tense === 'past' && (state || isUnderWay(doc, s.trigger)));
  const own = at && ongoing && state && !said && isOver(at, a) ? null : onceOnly(doc, s, at);
  const time = own ?? presentTime(a, s, scope, lasting);
  const modality = modalityOf(scope, time, a, {
    tense,
    former: isFormer(doc, s.trigger),
    state,
    lasting: s.event === 'besiege' || s.frame.negative === true,
  });
  const plover = ploverOf(s.event);
  const quote = makeQuote(doc.text, s.span);
  return attributor.chains(doc.tokens[s.trigger]!, scope.denier).flatMap(attribution =>
    (s.actors.length ? s.actors : [null]).map((actor): Drafted => {
      const acled = scope.polarity === 'affirmed' ? acledCode(doc, s) : null;
      return {
        draft: {
          in: a.in,
          kind: 'control',
          event: s.event,
          places: s.places.map(p => underItsName(p.place)),
          ...(actor ? { actor: actor.actor } : {}),
          ...(s.targets[0] ? { target: s.targets[0].actor } : {}),
          ...(time ? { time } : {}),
          polarity: scope.polarity,
          modality,
          ...(s.attributive ? { attributive: true } : {}),
          attribution,
          ...(acled ? { acled } : {}),
          ...(plover ? { plover } : {}),
          quote,
          frame: s.frame.id,
        },
        rules: [...s.rules, ...scope.rules],
        ongoing: ongoing && scope.modality === 'actual',
        prominence: prominenceOf(doc, s.trigger),
      };
    }),
  );
}

/** Words for what somebody has already and means to go on having. */
const KEEPS = /^(?:remain|stay|keep|hold|retain|maintain|continue)$/;

/** "will be in our hands", "vow to occupy it": who is to hold a place is to take it. */
function asPlanned(doc: Document, s: Statement, scope: Scope): Statement {
  const { whenPlanned } = s.frame;
  if (!whenPlanned || scope.modality !== 'planned' || KEEPS.test(doc.tokens[s.trigger]!.lemma)) return s;
  return { ...s, event: whenPlanned, rules: [...s.rules, 'yet to come'] };
}

/** A state, which is as of a day, and no happening of one. */
const lasts = ({ event }: Statement): boolean => event === 'hold' || event === 'besiege';

/** "Baraza airbase" need not be told to be in Baraza, and a site of which several seats are thinkable is told to be in none. */
function underItsName(place: ClaimPlace): ClaimPlace {
  const doubted = (place.candidates?.length ?? 0) > 1;
  const own = place.kind === 'site' || place.kind === 'area';
  if (!own || place.in == null || !(doubted || place.name.includes(place.in))) return place;
  const { in: _in, ...rest } = place;
  return rest;
}

const BREAKING = new Set(['break', 'lift', 'end', 'relieve', 'ease', 'loosen']);

/** How real a statement is; null where it says nothing: a siege that is to be broken stands, one that was broken does not. */
function scopeOfStatement(doc: Document, s: Statement): Scope | null {
  const scope = scopeOf(doc, s.trigger);
  if (scope.unsaid || (scope.awaited && s.event === 'withdraw')) return null;
  if (s.frame.presupposes) return scope.modality === 'actual' && scope.polarity === 'affirmed' ? scope : null;
  if (s.frame.denies)
    return {
      ...scope,
      polarity: scope.polarity === 'denied' ? 'affirmed' : 'denied',
      rules: [...scope.rules, 'denied: by the word'],
    };
  const head = doc.tokens[doc.tokens[s.trigger]!.head];
  if (s.event !== 'besiege' || !s.frame.noun || !head || !BREAKING.has(head.lemma)) return scope;
  const breaking = scopeOf(doc, head.index);
  if (breaking.modality === 'actual' && breaking.polarity === 'affirmed') return null;
  return { polarity: 'affirmed', modality: 'actual', rules: [`stands: ${head.lower} it`] };
}

/** "since July 2015, when they lost the town", "until Friday, when they left": once, within the day or month that is named. */
function onceOnly(doc: Document, s: Statement, time: ClaimTime | null): ClaimTime | null {
  if (time === null || lasts(s)) return time;
  const words = time.text ?? '';
  const when = doc.children[s.trigger]!.some(c => doc.tokens[c]!.lower === 'when' && c < s.trigger);
  if (/^until\b|^till\b/i.test(words) && time.from === null && time.to !== null)
    return { ...time, ...unitOf(time.to, words) };
  return when && /^since\b/i.test(words) && time.from !== null
    ? { ...time, ...unitOf(time.from, words) }
    : time;
}

/** The day, month or year that some words name, round a date in it. */
function unitOf(date: string, words: string): Pick<ClaimTime, 'from' | 'to' | 'precision'> {
  if (/^\S+\s+(?:mid-?)?\d{4}$/.test(words))
    return { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31`, precision: 'year' };
  const first = `${date.slice(0, 7)}-01`;
  // a month begins on its first day and ends on its last: any other day was named
  const dayNamed = date !== first && date !== endOfMonth(first);
  return dayNamed
    ? { from: date, to: date, precision: 'day' }
    : { from: first, to: endOfMonth(first), precision: 'month' };
}

/** ACLED: only a state regains, alone or with others, or whoever takes it from a group unnamed; without a fight it is a transfer. */
function acledCode(doc: Document, s: Statement): ReturnType<typeof acledOf> {
  const fought = s.event === 'capture' || s.event === 'recapture' || s.event === 'enter';
  if (fought && isWithoutAFight(doc, s.trigger)) return acledOf('handover', false);
  const group = s.targets.length > 0 && s.targets.every(t => t.actor.id !== null && !isState(t.actor.id));
  return acledOf(s.event, s.actors.some(isGovernment) || (s.actors.length === 0 && group));
}
const isGovernment = (actor: ActorMention): boolean => isState(actor.actor.id);

/** "cut its ties in March and holds the town": the day of something else, and not of what is told as present. */
const isOver = (time: ClaimTime, a: Annotated): boolean =>
  time.to != null &&
  a.context.published != null &&
  time.to < a.context.published &&
  !/^(?:since|for|until|till|from|between|as)\b/i.test(time.text ?? '');

/** What is told as under way, beside states: "clashes continue", "they are closing in on it". */
const UNDER_WAY = new Set(['clash', 'advance']);

/** A present state takes the publication date, as does what is under way; so does a state that somebody tells of as his own present. */
function presentTime(a: Annotated, s: Statement, scope: Scope, ongoing: boolean): ClaimTime | null {
  const published = a.context.published;
  if (
    !(lasts(s) || UNDER_WAY.has(s.event) || isUnderWay(a.document, s.trigger)) ||
    scope.modality !== 'actual' ||
    published == null ||
    s.attributive
  )
    return null;
  return ongoing ? { from: published, to: published, precision: 'day' } : null;
}

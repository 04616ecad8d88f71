import type { ClaimDraft, ClaimTime, Modality } from '../model/index.ts';
import { daysBetween, makeQuote } from '../model/index.ts';
import { sourceKind } from './actors/index.ts';
import type { ActorMention, Annotated } from './annotations.ts';
import { acledOf, ploverOf } from './codes/control-codes.ts';
import { findCounts } from './counts/index.ts';
import { findFigures } from './figures/index.ts';
import { loadLexicon } from './frames/frame.ts';
import { matchFrames, type Statement } from './frames/match.ts';
import { type Scope, scopeOf } from './scope/scope.ts';
import { Attributor } from './speech/attribute.ts';
import { findSpeech } from './speech/find-speech.ts';
import { timeFor } from './times/index.ts';

const lexicon = loadLexicon();
/** A statement about something older than this is background (GOLD.md, Past). */
const BACKGROUND_DAYS = 31;

export interface Collected {
  readonly drafts: readonly ClaimDraft[];
  readonly rules: readonly (readonly string[])[];
  readonly rejected: readonly { readonly frame: string; readonly words: string; readonly why: string }[];
}

/** All claims of one annotated text: control, counts, figures, each with its scope, time and chain of attribution. */
export function collectClaims(a: Annotated): Collected {
  const doc = a.document;
  const attributor = new Attributor(doc, findSpeech(doc), (name, words, at) =>
    sourceKind(words, { ...a.context, name, at, actors: a.actors, places: a.places }),
  );
  const { statements, rejected } = matchFrames(a, lexicon);
  const drafts: ClaimDraft[] = [],
    rules: string[][] = [];
  const add = (draft: ClaimDraft, why: readonly string[]): void => {
    drafts.push(draft);
    rules.push([...why]);
  };
  const timeAt = (trigger: number): ClaimTime | null =>
    timeFor(trigger, a) ?? speechTime(a, attributor, trigger);

  for (const s of dedupe(statements)) {
    const scope = scopeOf(doc, s.trigger),
      at = doc.tokens[s.trigger]!;
    const time = timeAt(s.trigger) ?? presentTime(a, s, scope);
    const modality = backgroundOr(scope.modality, time, a);
    for (const attribution of attributor.chains(at))
      for (const actor of s.actors.length ? s.actors : [null]) {
        const acled = scope.polarity === 'affirmed' ? acledOf(s.event, isGovernment(actor)) : null,
          plover = ploverOf(s.event);
        add(
          {
            in: a.in,
            kind: 'control',
            event: s.event,
            places: s.places.map(p => p.place),
            ...(actor ? { actor: actor.actor } : {}),
            ...(s.targets[0] ? { target: s.targets[0].actor } : {}),
            ...(time ? { time } : {}),
            polarity: scope.polarity,
            modality,
            ...(s.attributive ? { attributive: true } : {}),
            attribution,
            ...(acled ? { acled } : {}),
            ...(plover ? { plover } : {}),
            quote: makeQuote(doc.text, s.span),
            frame: s.frame.id,
          },
          [...s.rules, ...scope.rules],
        );
      }
  }
  for (const c of findCounts(a)) {
    const scope = scopeOf(doc, c.anchor),
      time = timeAt(c.anchor);
    const attribution = attributor.chains(doc.tokens[c.anchor]!)[0]!;
    add(
      {
        in: a.in,
        kind: 'count',
        places: [],
        ...(c.actor ? { actor: c.actor.actor } : {}),
        ...(time ? { time } : {}),
        polarity: scope.polarity,
        modality: backgroundOr(scope.modality, time, a),
        attribution,
        count: c.count,
        quote: makeQuote(doc.text, c.span),
        frame: 'count',
      },
      ['count'],
    );
  }
  for (const f of findFigures(a)) {
    const scope = scopeOf(doc, f.anchor),
      time = f.time ?? timeAt(f.anchor);
    const attribution = attributor.chains(doc.tokens[f.anchor]!)[0]!;
    add(
      {
        in: a.in,
        kind: 'figure',
        places: f.place ? [f.place.place] : [],
        ...(time ? { time } : {}),
        polarity: scope.polarity,
        modality: backgroundOr(scope.modality, time, a),
        attribution,
        figure: f.figure,
        quote: makeQuote(doc.text, f.span),
        frame: `figure.${f.figure.term}`,
      },
      ['figure'],
    );
  }
  return {
    drafts,
    rules,
    rejected: rejected.map(r => ({ frame: r.frame, words: doc.tokens[r.trigger]!.text, why: r.why })),
  };
}

/** ACLED: only a state regains. */
const isGovernment = (actor: ActorMention | null): boolean => actor?.actor.id?.startsWith('state:') ?? false;

/** "said on Sunday that they had taken it": the day of the saying stands in where the event has none. */
function speechTime(a: Annotated, attributor: Attributor, trigger: number): ClaimTime | null {
  for (const act of attributor.actsOver(a.document.tokens[trigger]!))
    if (act.cue != null) {
      const time = timeFor(act.cue, a);
      if (time) return time;
    }
  return null;
}

/** A present state takes the publication date. */
function presentTime(a: Annotated, s: Statement, scope: Scope): ClaimTime | null {
  const t = a.document.tokens[s.trigger]!;
  if (s.event !== 'hold' || scope.modality !== 'actual' || a.context.published == null || s.attributive)
    return null;
  const past =
    t.xpos === 'VBD' ||
    (a.document.children[t.index] ?? []).some(c =>
      ['was', 'were', 'had'].includes(a.document.tokens[c]!.lower),
    );
  return past ? null : { from: a.context.published, to: a.context.published, precision: 'day' };
}

function backgroundOr(modality: Scope['modality'], time: ClaimTime | null, a: Annotated): Modality {
  const end = time?.to ?? time?.from,
    published = a.context.published;
  return modality === 'actual' &&
    end != null &&
    published != null &&
    daysBetween(end, published) > BACKGROUND_DAYS
    ? 'past'
    : modality;
}

/** One statement where two frames say the same of one place in one clause: the one with more roles filled stays. */
function dedupe(statements: readonly Statement[]): Statement[] {
  const weight = (s: Statement): number =>
    s.actors.length * 2 +
    s.targets.length +
    (s.rules.some(r => r.startsWith('place: next') || r.startsWith('place: the one')) ? 0 : 2);
  return statements.filter(
    s =>
      !statements.some(
        o =>
          o !== s &&
          o.event === s.event &&
          sameClause(o, s) &&
          s.places.every(p => o.places.includes(p)) &&
          (weight(o) > weight(s) || (weight(o) === weight(s) && o.trigger < s.trigger)),
      ),
  );
}
const sameClause = (a: Statement, b: Statement): boolean =>
  a.span.start < b.span.end && b.span.start < a.span.end;

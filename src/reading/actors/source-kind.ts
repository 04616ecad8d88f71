import { readFileSync } from 'node:fs';
import type { OriginKind, Source, Span } from '../../model/index.ts';
import { overlaps } from '../../model/index.ts';
import type { ActorMention, PlaceMention, ReportContext } from '../annotations.ts';
import { governmentOfCapital, isOwnGovernment, isSidesMedium } from './side-voice.ts';

/** What is known of a source beside its words: where it stands, and what the report names. */
export interface SourceContext extends ReportContext {
  /** The source's name, without what is only added to it. */
  readonly name: string;
  readonly at: Span;
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
}

interface Data {
  /** Names that tell the kind whoever else is named in them. */
  readonly first: readonly (readonly [OriginKind, readonly string[]])[];
  readonly kinds: readonly (readonly [OriginKind, readonly string[]])[];
  readonly unnamed: readonly string[];
  readonly foreignTitles: readonly string[];
  readonly spokesmen: readonly string[];
}
const data = JSON.parse(readFileSync(new URL('./data/source-kinds.json', import.meta.url), 'utf8')) as Data;

interface Tester {
  test(said: string): boolean;
}

const IN_WORD = /[\p{L}\p{N}]/u;
const NUMBER_AFTER = /^\p{L}*\p{N}/u;

/** A test for whole words, `*` standing for any ending. A search word by word: one pattern of all takes 60 ms to compile. */
function tester(words: readonly string[]): Tester {
  const wanted = words.map(w => ({ stem: w.replace(/\*$/, ''), open: w.endsWith('*') }));
  return { test: said => wanted.some(({ stem, open }) => stands(said, stem, open)) };
}

function stands(said: string, stem: string, open: boolean): boolean {
  for (let at = said.indexOf(stem); at >= 0; at = said.indexOf(stem, at + 1)) {
    const end = at + stem.length;
    if (at > 0 && IN_WORD.test(characterBefore(said, at))) continue;
    if (open ? !NUMBER_AFTER.test(said.slice(end)) : !IN_WORD.test(characterAt(said, end))) return true;
  }
  return false;
}

const characterAt = (said: string, at: number): string =>
  at < said.length ? String.fromCodePoint(said.codePointAt(at)!) : '';
const characterBefore = (said: string, at: number): string =>
  at > 1 && /[\udc00-\udfff]/.test(said[at - 1]!) ? said.slice(at - 2, at) : said[at - 1]!;
const kinds = (rows: Data['kinds']) => rows.map(([kind, words]) => ({ kind, test: tester(words) }));
const FIRST = kinds(data.first),
  KINDS = kinds(data.kinds);
const UNNAMED = tester(data.unnamed),
  FOREIGN = tester(data.foreignTitles),
  SPOKESMAN = tester(data.spokesmen);

/**
 * What kind of source some words name, and the actor that it speaks for. A side's spokesman, officer, ministry or fighter is
 * a `party`; a state that does not fight in the report's country is an `official`; nobody known is `unnamed`.
 * @example sourceKind('a member of the provincial council', { ... }).kind // 'local-official'
 */
export function sourceKind(words: string, context: SourceContext): Pick<Source, 'kind' | 'actor'> {
  const said = words.toLowerCase(),
    name = context.name.toLowerCase();
  const actor = context.actors.find(
    a => a.how !== 'pronoun' && a.actor.id !== 'civilians' && overlaps(a, context.at),
  );
  const kind = kindOf(name, said, actor, context);
  if (kind === 'resident' && !actor && match(name) === null) {
    const government = governmentOfCapital(context);
    if (government) return government;
  }
  return actor && kind === 'party'
    ? { kind, actor: { id: actor.actor.id, side: actor.actor.side } }
    : { kind };
}

function kindOf(
  name: string,
  said: string,
  actor: ActorMention | undefined,
  context: SourceContext,
): OriginKind {
  if (context.outlet && name === context.outlet.toLowerCase()) return 'outlet';
  const first = FIRST.find(k => k.test.test(said));
  if (first && first.kind !== 'official') return first.kind;
  if (UNNAMED.test(name)) return RESEARCHER.test(name) && match(said) === 'ngo' ? 'ngo' : 'unnamed';
  const byName = first?.kind ?? match(name);
  if (match(said) !== 'monitor' && isSidesMedium(said, context.actors)) return 'party';
  if (FOREIGN.test(said) && !(MILITARY.test(said) && fights(actor, context))) return 'official';
  if (actor && (byName === null || byName === 'party' || byName === 'local-official' || SPOKESMAN.test(name)))
    return ofActor(actor, context, byName);
  if (byName === 'official' && isOwnGovernment(said)) return 'party';
  if (byName) return byName;
  const byWords = match(said);
  if (byWords === 'official' && isOwnGovernment(said)) return 'party';
  if (byWords) return byWords;
  if (SPOKESMAN.test(said)) return 'party';
  return /^\p{Lu}/u.test(context.name) ? 'resident' : 'unnamed';
}

/** Whether the report has the source's side, or the coalition that it leads, in the fight. */
const fights = (actor: ActorMention | undefined, { actors }: SourceContext): boolean =>
  actors.some(
    a => a.actor.side === 'us-led-coalition' || (a !== actor && a.actor.side === actor?.actor.side),
  );
/** A ministry of war and its officers. */
const MILITARY = tester(['pentagon', 'defense department', 'centcom', 'central command']);

/** "Analysts at the Institute for …" speak for a house that does research. */
const RESEARCHER = tester(['analyst*', 'researcher*', 'expert*']);

const match = (words: string): OriginKind | null => KINDS.find(k => k.test.test(words))?.kind ?? null;

/** Whether small-lettered words name a monitor. */
export const isMonitor = (words: string): boolean => match(words) === 'monitor';

/** What an actor is as a source: an alliance of states speaks as itself, a state that is not at war here as an official. */
function ofActor(actor: ActorMention, context: SourceContext, byName: OriginKind | null): OriginKind {
  const id = actor.actor.id ?? '';
  if (/^(?:united-nations|african-union|european-union)/.test(actor.actor.side ?? id))
    return 'intergovernmental';
  if (
    byName === 'local-official' &&
    /governor|mayor|council|local|provincial|district|municipal/.test(context.name.toLowerCase())
  )
    return 'local-official';
  return 'party';
}

import type { Claim, ClaimActor } from '../../model/index.ts';
import type { Style } from '../style.ts';
import { block } from './layout.ts';
import { placeWords, sourceWords, timeWords } from './words.ts';

/** How claims are laid out: colours and columns. */
export interface Page {
  readonly style: Style;
  readonly width: number;
}

const INDENT = '      ';

const numberWords = (claim: Claim): string => {
  const { figure, count } = claim;
  if (figure) {
    const { min, max, qualifier, unit, who, term } = figure;
    const n = (value: number): string => value.toLocaleString('en-GB');
    const range =
      min != null && max != null && min !== max
        ? `${n(min)}–${n(max)}`
        : (min ?? max) == null
          ? ''
          : n((min ?? max)!);
    const about = qualifier === 'exactly' || qualifier === 'range' ? '' : qualifier.replace('-', ' ');
    const whom = who ?? (unit === 'people' ? '' : unit);
    return [term.replaceAll('-', ' '), about, range, whom].filter(Boolean).join(' ');
  }
  if (count)
    return count.ordinal
      ? `${ordinal(count.n)} of ${count.set}`
      : `${count.n}${count.outOf ? ` of ${count.outOf}` : ''} ${count.set}`;
  return claim.event ?? claim.kind;
};

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
};

const actorName = (actor: ClaimActor | null | undefined): string | null =>
  actor == null
    ? null
    : actor.id == null && !actor.candidates?.length
      ? `${actor.name} [actor not known]`
      : actor.name;

/** "capture (denied)": what is not affirmed and actual is said at once. */
function doubtWords(claim: Claim): string {
  const doubts = [
    claim.polarity === 'denied' ? 'denied' : null,
    claim.modality === 'actual' ? null : claim.modality,
    claim.attributive ? 'in passing' : null,
  ].filter(word => word != null);
  return doubts.length ? ` (${doubts.join(', ')})` : '';
}

/** What a claim says, on one line: event, place, actor, target. @example 'capture: Farah — Taliban' */
export function claimLine(claim: Claim, style: Style): string {
  const actor = actorName(claim.actor),
    target = actorName(claim.target);
  const where = placeWords(claim.places);
  const who = [actor, target == null ? null : `${actor == null ? '' : 'against '}${target}`]
    .filter(Boolean)
    .join(' ');
  const doubt = doubtWords(claim);
  const head = style.bold(numberWords(claim)) + (doubt ? style.doubt(doubt) : '');
  return `${head}${where ? `: ${where}` : ''}${who ? ` — ${who}` : ''}`;
}

/** A claim with its time, its sources and its words. `extra` is added to the line below the first. */
export function printClaim(
  claim: Claim,
  label: string,
  { style, width }: Page,
  extra: readonly string[] = [],
): string {
  const source = sourceWords(claim.attribution);
  const below = [timeWords(claim.time), source, ...extra].filter(Boolean).join(' · ');
  const lines = [
    block(claimLine(claim, style), width, INDENT, `${label.padStart(4)}  `),
    below === '' ? null : block(below, width, INDENT, INDENT, style.dim),
    printQuote(claim.quote.text, INDENT, { style, width }),
  ];
  return lines.filter(line => line != null).join('\n');
}

/** The words a claim stands on, as a quotation. */
export const printQuote = (
  text: string,
  indent: string,
  { width }: Pick<Page, 'width'> & Partial<Page>,
): string => block(`“${text.replace(/\s+/g, ' ').trim()}”`, width, `${indent} `, indent);

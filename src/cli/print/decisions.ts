import type { Decision, DecisionView, Ruling } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { block } from './layout.ts';
import { count, day, instant } from './words.ts';

/** A ruling in words. @example 'rule gn:1142264: held by taliban from 10 Aug 2021' */
function rulingWords(ruling: Ruling): string {
  switch (ruling.kind) {
    case 'accept':
    case 'reject':
    case 'correct':
      return `${ruling.kind} claim ${ruling.claim.claim}`;
    case 'merge-events':
    case 'split-events':
      return `${ruling.kind.replace('-', ' ')} of ${ruling.claims.map(claim => claim.claim).join(', ')}`;
    case 'merge-places':
      return `${ruling.from} is ${ruling.into}`;
    case 'rule': {
      const until = ruling.to ? ` until ${day(ruling.to)}` : '';
      return `rule ${ruling.place}: ${ruling.status}${ruling.side ? ` by ${ruling.side}` : ''} from ${day(ruling.from)}${until}${ruling.settles == null ? '' : `, settles ${ruling.settles}`}`;
    }
    case 'baseline':
      return `baseline “${ruling.name}”, ${count(ruling.rows.length, 'place')}`;
    case 'settle':
      return `settle ${ruling.discrepancy}`;
    case 'undo':
      return `undo ${ruling.decision}`;
  }
}

const STANDING: Readonly<Record<DecisionView['standing'], string>> = {
  'in-force': '',
  undone: 'undone by a later decision',
  orphaned: 'orphaned: no reading has its claim any more',
};

/** One decision: what, then who, when and why. */
export function printDecision(
  decision: Decision & Partial<Pick<DecisionView, 'standing'>>,
  { style, width }: Page,
): string {
  const facts = `${decision.by} · ${instant(decision.at)} · ${decision.id}`;
  const mark = STANDING[decision.standing ?? 'in-force'];
  return [
    block(style.bold(rulingWords(decision.ruling)), width, '    ', ''),
    ...(mark === '' ? [] : [block(mark, width, '    ', '    ', style.doubt)]),
    block(decision.why, width, '    '),
    block(facts, width, '    ', '    ', style.dim),
  ].join('\n');
}

/** Every decision. */
export const printDecisions = (decisions: readonly DecisionView[], page: Page): string =>
  decisions.length === 0
    ? 'Nothing has been decided yet.\n'
    : `${decisions.map(decision => printDecision(decision, page)).join('\n\n')}\n`;

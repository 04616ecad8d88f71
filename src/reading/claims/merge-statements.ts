import type { Statement } from '../frames/match.ts';

/** One statement where two frames say the same of one place in one clause: the one with more roles filled stays. */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    (s, i) =>
      !statements.some(
        (o, k) =>
          o !== s &&
          saysTheSame(o, s) &&
          (weight(o) > weight(s) ||
            (weight(o) === weight(s) && (o.trigger < s.trigger || (o.trigger === s.trigger && k < i)))),
      ),
  );
}

const weight = (s: Statement): number =>
  s.actors.length * 2 +
  s.targets.length +
  (s.rules.some(r => r.startsWith('place: next') || r.startsWith('place: the one')) ? 0 : 2);

const saysTheSame = (a: Statement, b: Statement): boolean =>
  a.event === b.event &&
  a.span.start < b.span.end &&
  b.span.start < a.span.end &&
  b.places.every(p => a.places.includes(p)) &&
  !areOpposed(a, b);

/** "fought to dislodge the rebels from Baraza, which they overran": each side takes it once. */
const areOpposed = (a: Statement, b: Statement): boolean =>
  a.actors.length > 0 &&
  b.actors.length > 0 &&
  a.actors.every(x =>
    b.actors.every(y => x.actor.side != null && y.actor.side != null && x.actor.side !== y.actor.side),
  );

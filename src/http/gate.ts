import { timingSafeEqual } from 'node:crypto';
import { ProblemError } from './problem.ts';
import type { Asker } from './types.ts';

/** Who gets in, and as what. */
export interface Gate {
  /** What a request's Host may be, to keep other sites' names from leading here (DNS rebinding); null: any. */
  readonly hosts: readonly string[] | null;
  /** Whoever bears it may do everything: the command line of this machine, which reads it from the lock file. */
  readonly token: () => string | null;
  /** What everybody else is: on loopback an analyst; beyond it a viewer from whom private persons are withheld. */
  readonly guest: Asker;
}

/** On loopback whoever can open the page sits at this machine. */
export const LOCAL_GUEST: Asker = Object.freeze({
  id: 'local',
  name: 'this machine',
  role: 'analyst',
  withhold: false,
});
/** Beyond loopback nobody is known yet. */
export const OPEN_GUEST: Asker = Object.freeze({
  id: 'guest',
  name: 'a visitor',
  role: 'viewer',
  withhold: true,
});

const TOKEN_BEARER: Asker = Object.freeze({
  id: 'command-line',
  name: 'the command line',
  role: 'administrator',
  withhold: false,
});

const RANK: Readonly<Record<Asker['role'], number>> = { viewer: 0, analyst: 1, administrator: 2 };

/** Who sent a request; throws a problem where the role is too low for what it asks, or the token is not right. */
export function askerOf(request: Request, gate: Gate, least: Asker['role']): Asker {
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (given != null && !isSame(given, gate.token()))
    throw new ProblemError(401, 'the token is not this server’s');
  const by = given == null ? gate.guest : TOKEN_BEARER;
  if (RANK[by.role] < RANK[least])
    throw new ProblemError(403, `${by.name} is a ${by.role} here: this needs the role ${least}`);
  return by;
}

function isSame(given: string, token: string | null): boolean {
  if (token == null) return false;
  const a = Buffer.from(given),
    b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

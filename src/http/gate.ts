import { timingSafeEqual } from 'node:crypto';
import { aRole, mayDo } from '../model/index.ts';
import { ProblemError } from './problem.ts';
import type { Asker, Sessions } from './types.ts';

/** Who gets in, and as what. */
export interface Gate {
  /** What a request's Host may be, to keep other sites' names from leading here (DNS rebinding); null: any. */
  readonly hosts: readonly string[] | null;
  /** Whoever bears it may do everything: the command line of this machine, which reads it from the lock file. */
  readonly token: () => string | null;
  /** What everybody else is; null: nobody comes in without signing in. */
  readonly guest: Asker | null | (() => Promise<Asker | null>);
  /** Who signed in, and whose a key is; left out where there are no accounts. */
  readonly sessions?: Pick<Sessions, 'who'> | undefined;
}

/** On loopback whoever can open the page sits at this machine. */
export const LOCAL_GUEST: Asker = Object.freeze({
  id: 'local',
  name: 'this machine',
  role: 'analyst',
  withhold: false,
});

/** A credential that a request bears: a program's token or key, or a browser's cookies. */
export interface Credential {
  readonly key: string | null;
  readonly cookie: string | null;
}

/**
 * The credential of a request. A key comes as `Authorization: Bearer …`, as `X-Api-Key`, or as the password of Basic
 * authentication, which is all that feed readers know.
 */
export function credentialOf({ headers }: Request): Credential {
  const authorization = headers.get('authorization') ?? '';
  const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const basic = /^Basic +(\S+)$/i.exec(authorization)?.[1];
  const password =
    basic == null
      ? null
      : Buffer.from(basic, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '');
  const key = bearer ?? password ?? headers.get('x-api-key');
  if (key == null && authorization !== '')
    throw new ProblemError(401, 'the authorization cannot be read: send "Authorization: Bearer" and a key');
  return { key, cookie: headers.get('cookie') };
}

/** Who sent a request; null where nobody known did and nobody else may come in. Throws a problem where a key is not right. */
export async function whoSent(request: Request, gate: Gate): Promise<Asker | null> {
  const { key, cookie } = credentialOf(request);
  const by = await whoBears(request, gate, key, cookie);
  return by != null && request.headers.get('x-dateline-withhold') === 'true' ? { ...by, withhold: true } : by;
}

async function whoBears(
  request: Request,
  gate: Gate,
  key: string | null,
  cookie: string | null,
): Promise<Asker | null> {
  if (key != null) {
    if (isSame(key, gate.token())) return commandLine(request);
    const by = await gate.sessions?.who({ key });
    if (by == null) throw new ProblemError(401, 'the token is not this server’s, and no key that it knows');
    return by;
  }
  const by = cookie == null ? null : await gate.sessions?.who({ cookie });
  return by ?? (typeof gate.guest === 'function' ? gate.guest() : gate.guest);
}

/** Who sent a request; throws a problem where nobody known did. */
export async function knownSender(request: Request, gate: Gate): Promise<Asker> {
  const by = await whoSent(request, gate);
  if (by == null) throw new ProblemError(401, 'sign in first, or send an API key: "Authorization: Bearer …"');
  return by;
}

/** Throws a problem where somebody's role is too low for what they ask. */
export function checkRole(by: Asker, least: Asker['role']): void {
  if (!mayDo(by.role, least))
    throw new ProblemError(403, `${by.name} is ${aRole(by.role)} here: this needs the role ${least}`);
}

/** Who sent a request; throws a problem where nobody known did, or the role is too low for what it asks. */
export async function askerOf(request: Request, gate: Gate, least: Asker['role']): Promise<Asker> {
  const by = await knownSender(request, gate);
  checkRole(by, least);
  return by;
}

/** The bearer of the lock's token, under the name that it gives: it could write any into the ledger itself. */
function commandLine(request: Request): Asker {
  const given = request.headers.get('x-dateline-by') ?? '';
  const name = /^[\w%.~'()*!-]{1,120}$/.test(given) ? decode(given) : '';
  return {
    id: name === '' ? 'command-line' : `cli:${name}`,
    name: name === '' ? 'the command line' : name,
    role: 'administrator',
    withhold: false,
  };
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return '';
  }
}

function isSame(given: string, token: string | null): boolean {
  if (token == null) return false;
  const a = Buffer.from(given),
    b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

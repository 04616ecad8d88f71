import { type Asker, aRole, LedgerError, mayDo, ROLES, type Role } from '../model/index.ts';

/** Throws a `LedgerError` ('forbidden') where the role of whoever asks is too low. */
export function needRole(by: Asker, least: Role, what: string): void {
  if (!mayDo(by.role, least))
    throw new LedgerError('forbidden', `${by.name} is ${aRole(by.role)}: ${what} needs the role ${least}`);
}

export function checkRole(role: string): Role {
  if ((ROLES as readonly string[]).includes(role)) return role as Role;
  throw new LedgerError('invalid', `unknown role "${role}": write one of ${ROLES.join(', ')}`);
}

const ADDRESS = /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]{2,}$/;

/** An e-mail address as it is kept: what a person signs in with. */
export function checkEmail(email: string): string {
  const clean = email.trim().toLowerCase();
  if (ADDRESS.test(clean) && clean.length <= 254) return clean;
  throw new LedgerError('invalid', `"${email}" is no e-mail address`);
}

export function checkName(name: string): string {
  const clean = name.trim().replace(/\s+/g, ' ');
  if (clean !== '' && clean.length <= 80) return clean;
  throw new LedgerError('invalid', `the name "${name}" has to have 1 to 80 characters`);
}

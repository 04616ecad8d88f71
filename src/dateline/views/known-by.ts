import type { ControlPeriod, Instant } from '../../model/index.ts';

/** The periods as believed up to an instant: what ended later had not ended then. */
export function knownBy(periods: readonly ControlPeriod[], knownAt: Instant | null): ControlPeriod[] {
  if (knownAt == null) return [...periods];
  return periods
    .filter(p => p.knownFrom <= knownAt)
    .map(p => (p.knownTo != null && p.knownTo > knownAt ? { ...p, knownTo: null } : p));
}

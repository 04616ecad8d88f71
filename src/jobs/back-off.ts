/** Seconds to wait after each try that failed. Seven tries over some nine hours. */
const BACK_OFF: readonly number[] = [30, 120, 600, 1800, 7200, 21_600];

/** How often a job is begun before it is given up. */
export const MOST_TRIES: number = BACK_OFF.length + 1;

/**
 * Seconds until the next try; null where there is none. A server that asks to wait longer is waited for.
 * @example waitAfter(1, null) // 30
 */
export function waitAfter(attempts: number, asked: number | null): number | null {
  const wait = BACK_OFF[attempts - 1];
  return wait == null ? null : Math.max(wait, asked ?? 0);
}

/** The same for what is never given up, such as a feed: the wait grows to a day. */
export const waitForEver = (attempts: number, asked: number | null): number =>
  Math.max(asked ?? 0, Math.min(86_400, 60 * 4 ** Math.min(attempts - 1, 10)));

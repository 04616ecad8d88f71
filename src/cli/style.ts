/** Marks up words for a terminal; every function is the identity where colours are off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly doubt: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly accent: (text: string) => string;
}

const wrapIn = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const plain = (text: string): string => text;

/** The styles, with ANSI codes or without. */
export const makeStyle = (colours: boolean): Style =>
  colours
    ? {
        bold: wrapIn(1, 22),
        dim: wrapIn(2, 22),
        good: wrapIn(32, 39),
        doubt: wrapIn(33, 39),
        bad: wrapIn(31, 39),
        accent: wrapIn(36, 39),
      }
    : { bold: plain, dim: plain, good: plain, doubt: plain, bad: plain, accent: plain };

/**
 * Whether a stream gets colours: only a terminal does; NO_COLOR (any value) and TERM=dumb forbid, FORCE_COLOR asks for them.
 * See https://no-color.org.
 */
export function wantsColours(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return isTerminal && env.TERM !== 'dumb';
}

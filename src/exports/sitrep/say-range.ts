import type { SitrepFigure } from '../../model/index.ts';
import { sayNumber } from '../words.ts';

/** @example sayRange({ low: 359000, high: 400000 }) // '359,000–400,000' */
export const sayRange = ({ low, high }: Pick<SitrepFigure, 'low' | 'high'>): string =>
  low == null
    ? high == null
      ? 'not known'
      : `up to ${sayNumber(high)}`
    : high == null
      ? `${sayNumber(low)} or more`
      : low === high
        ? sayNumber(low)
        : `${sayNumber(low)}–${sayNumber(high)}`;

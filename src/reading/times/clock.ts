import { addDays } from '../../model/index.ts';
import { absolutePoint } from './absolute.ts';
import type { Anchor, Point, Words } from './point.ts';
import { dayWord } from './relative.ts';
import { DAY_PARTS } from './words.ts';

const BARE = new Set([
  'dawn',
  'noon',
  'midday',
  'midnight',
  'nightfall',
  'dusk',
  'daybreak',
  'sunset',
  'sunrise',
  'lunchtime',
  'breakfast',
]);
const CLOCK = /^(?:[01]?\d|2[0-3])[:.][0-5]\d$|^(?:1[0-2]|[1-9])(?:am|pm)$/;
const NOUNS = new Set(['morning', 'afternoon', 'evening', 'night']);

/**
 * A time of day without its day: "at dawn", "at 14:00", "4 pm", "four in the afternoon", "in the night", "in the early
 * hours". The day is the one last told of (the day after it for a morning after its night); without one it stays open,
 * but a night or its early hours are those before the publication.
 */
export function clockPoint(w: Words, i: number, anchor: Anchor): Point | null {
  const end = clockEnd(w, i);
  if (end === null) return null;
  // "at noon today", "at 10 pm on Tuesday": the day beside it decides
  const beside =
    dayWord(w, end, anchor) ?? absolutePoint(w, w.word(end) === 'on' ? end + 1 : end, anchor, false);
  if (beside?.from && beside.precision === 'day') return { ...beside, precision: 'part-of-day' };
  const last = w.word(end - 1);
  const nightly = last === 'night' || last === 'hours';
  if (anchor.told) {
    // "on Friday … most had gone in the night": the night that led to the day of the news
    if (last === 'night' && anchor.told === anchor.published && !anchor.toldNight)
      return { from: addDays(anchor.told, -1), to: anchor.told, precision: 'part-of-day', end };
    const after =
      anchor.toldNight && /^(?:morning|dawn|hours|daybreak|sunrise|breakfast)$/.test(last)
        ? addDays(anchor.told, 1)
        : anchor.told;
    const date = anchor.published !== null && after > anchor.published ? anchor.told : after;
    return { from: date, to: date, precision: 'part-of-day', end };
  }
  if (nightly && anchor.published)
    return {
      from: last === 'night' ? addDays(anchor.published, -1) : anchor.published,
      to: anchor.published,
      precision: 'part-of-day',
      end,
    };
  return { from: null, to: null, precision: 'part-of-day', end };
}

function clockEnd(w: Words, i: number): number | null {
  const word = w.word(i);
  if (BARE.has(word)) return i + 1;
  if (CLOCK.test(word)) return skipZone(w, i + 1);
  const meridian = w.word(i + 1);
  const hour = /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(word);
  if (hour && /^(?:am|pm|a\.m\.?|p\.m\.?|o'clock|o’clock)$/.test(meridian)) return skipZone(w, i + 2);
  if (hour && meridian === 'in' && w.word(i + 2) === 'the' && NOUNS.has(w.word(i + 3))) return i + 4;
  // "by evening they had left", "at three, the ministry said"
  if (word === 'by' && NOUNS.has(w.word(i + 1)) && !['NOUN', 'PROPN'].includes(w.tokens[i + 2]?.upos ?? ''))
    return i + 2;
  if ((word === 'by' || word === 'at') && HOUR.test(w.word(i + 1)) && endsClause(w, i + 2)) return i + 2;
  if (word === 'in' || word === 'during' || word === 'by' || word === 'since') {
    if (w.word(i + 1) !== 'the') return null;
    const early =
      w.word(i + 2) === 'early' || w.word(i + 2) === 'late' || w.word(i + 2) === 'small' ? i + 3 : i + 2;
    if (NOUNS.has(w.word(early)) && !(w.word(early + 1) === 'of' || DAY_PARTS.has(w.word(early + 1))))
      return early + 1;
    if (early > i + 2 && w.word(early) === 'hours') return w.word(early + 1) === 'of' ? null : early + 1;
  }
  return word === 'early' && w.word(i + 1) === 'in' && w.word(i + 2) === 'the' && NOUNS.has(w.word(i + 3))
    ? i + 4
    : null;
}

const HOUR = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
/** Whether no noun follows that a number could count. */
const endsClause = (w: Words, i: number): boolean =>
  w.word(i) === '' || ['PUNCT', 'PRON', 'CCONJ', 'DET', 'SCONJ'].includes(w.tokens[i]!.upos);

const skipZone = (w: Words, i: number): number =>
  /^(?:gmt|utc|est|cet)$/.test(w.word(i))
    ? i + 1
    : w.word(i) === 'local' && w.word(i + 1) === 'time'
      ? i + 2
      : i;

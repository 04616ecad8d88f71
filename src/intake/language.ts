import { readFileSync } from 'node:fs';

const ENGLISH = new Set(
  JSON.parse(readFileSync(new URL('./data/english-words.json', import.meta.url), 'utf8')) as string[],
);
/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 6000;
/** Running English has some 0.4 of its words in the list, other Latin-script languages under 0.12. */
const ENGLISH_SHARE = 0.2;
/** Names alone ("Ghazni, Herat, Kandahar") look like any language: fewer Latin words than this are never refused. */
const FEWEST_WORDS = 6;
/** By how much another language must be likelier than English, of eld's scores 0 to 1. */
const MARGIN = 0.08;

/**
 * The language of a text as ISO 639-1, null where it cannot be told (too short, names alone, no letters).
 * Common English words tell English at once; only where they are too few is the detector loaded (eld, by letter sequences).
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{Letter}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const isLatin = (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) > letters / 2;
  const words = sample.toLowerCase().match(/\p{Letter}+/gu) ?? [];
  if (isLatin && words.filter(word => ENGLISH.has(word)).length >= words.length * ENGLISH_SHARE) return 'en';
  if (isLatin && words.length < FEWEST_WORDS) return null;
  const { eld } = await import('eld/small');
  const found = eld.detect(sample);
  if (!found.language) return null;
  const scores = found.getScores();
  const lead = (scores[found.language] ?? 0) - (scores.en ?? 0);
  return !isLatin || lead >= MARGIN ? found.language : found.language === 'en' ? 'en' : null;
}

/** The English name of a language. @example languageName('fr') // 'French' */
export const languageName = (code: string): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;

/**
 * Why the reader cannot read a text: "written in French"; null where it can, or where the language is in doubt.
 * @example await whyUnread('Les talibans ont pris la ville de Farah mardi.') // 'written in French'
 */
export async function whyUnread(text: string): Promise<string | null> {
  const language = await detectLanguage(text);
  return language == null || language === 'en' ? null : `written in ${languageName(language)}`;
}

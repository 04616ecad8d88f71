/** Folds case, marks and apostrophes, so that "Faizabad" finds "Faizābād". @example foldText('Qalʿa-i Naw') // 'qala-i naw' */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}ʿʾ’'‘]/gu, '')
    .toLocaleLowerCase('en');

/** Whether every word of a query stands in a text, in any order. */
export function matches(text: string | null | undefined, query: string): boolean {
  if (text == null) return false;
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/)
    .filter(w => w !== '')
    .every(word => folded.includes(word));
}

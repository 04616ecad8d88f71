const LEADING = /^(?:the|an?) /;

/**
 * A name as two reports would both spell it: without marks, case, possessives, articles and punctuation.
 * @example normaliseName('The Défense Ministry’s') // 'defense ministry'
 */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`]s\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(LEADING, '');

export type { Document, Paragraph, Quotation, Sentence, Token } from './document.ts';
export { loadLanguage, parseText } from './parse-text.ts';
export * from './tree.ts';

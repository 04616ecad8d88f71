import { IntakeError } from '../intake-error.ts';

/** Deeper markup is made to keep a parser busy: browsers stop at 512. Scripts hold some tags too, so this is wide. */
const DEPTH = 4000;
const TAGS = 400_000;
/** Elements that end by themselves, or need not be ended. */
const ENDLESS = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option path rect circle use'.split(
    ' ',
  ),
);

/**
 * Throws an IntakeError for markup that no parser should be handed: nested without end, or of more tags than an article has. A
 * rough count over the tags, in one pass.
 */
export function checkMarkup(markup: string): void {
  let depth = 0,
    tags = 0;
  for (const [, end, name] of markup.matchAll(/<(\/?)([a-z][\w:.-]*)/gi)) {
    if (++tags > TAGS) throw new IntakeError('it has more tags than any article');
    if (ENDLESS.has(name!.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEPTH) throw new IntakeError('it is nested deeper than any article');
  }
}

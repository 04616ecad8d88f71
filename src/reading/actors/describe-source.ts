import type { Source } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import type { SourcePhrase } from '../speech/source-phrase.ts';
import { isMonitor, sourceKind } from './source-kind.ts';
import { sourceName } from './source-name.ts';

/** What a report's words for a source say of it: its kind, whom it speaks for, and its fullest name in the report where it has one. */
export function describeSource(
  { context, document, actors, places, names }: Annotated,
  { name, words, span, around }: SourcePhrase,
): Pick<Source, 'kind' | 'actor'> & { readonly name?: string } {
  const described = sourceKind(words, { ...context, name, at: span, actors, places });
  const full = sourceName(described.kind, span, around, { text: document.text, actors, names, isMonitor });
  if (full === null) return described;
  // a name alone tells nothing that the fuller one does not: "Andalus" of "Radio Andalus"
  const unsure = described.kind === 'resident' && full !== name;
  const known = unsure ? sourceKind(full, { ...context, name: full, at: span, actors, places }) : described;
  return { ...(known.kind === 'resident' ? described : known), name: full };
}

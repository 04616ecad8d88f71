/** The roots of feeds, with what closes them behind their last item. */
const ENDS: readonly (readonly [RegExp, string, string])[] = [
  [/<rss\b/i, '</item>', '</channel></rss>'],
  [/<rdf:RDF\b/i, '</item>', '</rdf:RDF>'],
  [/<feed\b/i, '</entry>', '</feed>'],
];

/**
 * A feed that stops halfway, with the items that came whole and its end made good; null where it is not broken off, or no item is whole.
 * @example wholeItems('<rss><channel><item><title>A</title></item><item><ti') // '<rss><channel><item><title>A</title></item></channel></rss>'
 */
export function wholeItems(text: string): string | null {
  for (const [root, item, end] of ENDS) {
    if (!root.test(text.slice(0, 2000))) continue;
    const last = text.lastIndexOf(item);
    const isWhole = text
      .toLowerCase()
      .trimEnd()
      .endsWith(end.slice(end.lastIndexOf('<')).toLowerCase());
    return last < 0 || isWhole ? null : text.slice(0, last + item.length) + end;
  }
  return null;
}

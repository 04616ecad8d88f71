import { type Print, printText, RELATED_DAYS, sharesText } from '../../ledger/index.ts';
import { loadSharing, loadTexts, type Tx } from '../../store/index.ts';

/**
 * The reports that bear on each other's origins by a chain that starts from some, themselves included. Those that share an
 * address or a private source are related; those that share a hash of text only where they do share text and lie near in
 * time, so that a chain of chance likenesses never joins the whole store.
 */
export async function findRelated(tx: Tx, reports: readonly string[]): Promise<string[]> {
  const found = new Set(reports);
  const prints = new Map<string, readonly Print[]>();
  for (let edge: readonly string[] = [...found]; edge.length > 0; ) {
    const pairs = await loadSharing(tx, edge, RELATED_DAYS, [...found]);
    const next = new Set(pairs.filter(p => p.certain).map(p => p.other));
    const likely = pairs.filter(p => !p.certain && !next.has(p.other));
    const wanted = [...new Set(likely.flatMap(p => [p.report, p.other]))].filter(id => !prints.has(id));
    for (const { id, ...report } of await loadTexts(tx, wanted)) prints.set(id, printText(report));
    for (const { report, other } of likely)
      if (!next.has(other) && sharesText(prints.get(report)!, prints.get(other)!)) next.add(other);
    for (const id of next) found.add(id);
    edge = [...next];
  }
  return [...found];
}

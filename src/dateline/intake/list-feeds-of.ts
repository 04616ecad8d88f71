import { readFile } from 'node:fs/promises';
import { decodeText, readOpml, sniffFormat } from '../../intake/index.ts';

/** The feeds that a source names: a web address is one itself, an OPML file lists some. Rejects with an IntakeError for another file. */
export async function listFeedsOf(
  source: string,
): Promise<{ readonly address: string; readonly title: string | null }[]> {
  if (/^(https?|feed):/i.test(source)) {
    if (!/\.opml$/i.test(new URL(source.replace(/^feed:(\/\/)?/i, 'http://')).pathname))
      return [{ address: source, title: null }];
    const { fetchGuarded } = await import('../../fetching/fetch-guarded.ts');
    return readOpml(decodeText((await fetchGuarded(source)).bytes));
  }
  const bytes = await readFile(source);
  if (sniffFormat(bytes) === 'opml') return readOpml(decodeText(bytes));
  return [{ address: source, title: null }];
}

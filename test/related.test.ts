import { expect, test } from 'vitest';
import { findRelated } from '../src/dateline/filing/related.ts';
import { printText } from '../src/ledger/index.ts';
import type { FiledReport } from '../src/model/index.ts';
import { insertRelations, insertReport, loadSharing } from '../src/store/index.ts';
import { describeStores } from './support/stores.ts';

const STORY =
  'The militia captured the town of Arvo on Sunday after two days of fighting, a member of the council said on Monday.';
const OTHER =
  'Ten trucks of flour reached the camp at Brell last week, and the bakery has opened its doors again.';

const report = (id: string, text: string, day: string): FiledReport => ({
  id,
  ref: id,
  title: null,
  outlet: 'Delta Post',
  published: day,
  text,
  url: null,
  language: 'en',
  version: null,
  filed: `${day}T12:00:00.000Z`,
  known: `${day}T23:59:59.999Z`,
});

describeStores('reports that are related', ({ empty }) => {
  /** Files reports that all share one key of text, as by chance, and some their own keys beside; gives who is related to the first. */
  async function relatedToFirst(
    all: readonly { readonly report: FiledReport; readonly keys?: readonly string[] }[],
  ): Promise<string[]> {
    const store = await empty();
    return store.write(async tx => {
      for (const { report: one, keys = [] } of all) {
        await insertReport(tx, one);
        const relations = [
          { key: 'b:shared', day: one.published as string },
          ...keys.map(key => ({ key, day: null })),
        ];
        await insertRelations(tx, [{ report: one.id, relations }]);
      }
      return (await findRelated(tx, [all[0]!.report.id])).sort();
    });
  }

  test('a copy is related, a chance likeness of hashes is not', async () => {
    expect(printText({ text: STORY, outlet: null }).length).toBeGreaterThan(0);
    expect(
      await relatedToFirst([
        { report: report('a', STORY, '2024-03-01') },
        { report: report('b', STORY, '2024-03-02') },
        { report: report('c', OTHER, '2024-03-02') },
      ]),
    ).toEqual(['a', 'b']);
  });

  test('the same text months later is not related', async () => {
    expect(
      await relatedToFirst([
        { report: report('a', STORY, '2024-03-01') },
        { report: report('b', STORY, '2024-06-01') },
      ]),
    ).toEqual(['a']);
  });

  test('an address or a private source in common relates whatever the texts, and chains go on from there', async () => {
    expect(
      await relatedToFirst([
        { report: report('a', STORY, '2024-03-01'), keys: ['s:one'] },
        { report: report('b', OTHER, '2024-09-01'), keys: ['s:one', 's:two'] },
        { report: report('c', STORY, '2025-01-01'), keys: ['s:two'] },
        { report: report('d', STORY, '2025-01-01') },
      ]),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  test('what is known already is not found again: a story that a hundred carry is walked through once', async () => {
    const store = await empty();
    const ids = ['a', 'b', 'c'];
    const pairs = await store.write(async tx => {
      for (const id of ids) await insertReport(tx, report(id, STORY, '2024-03-01'));
      const relations = [{ key: 'b:shared', day: '2024-03-01' }];
      await insertRelations(
        tx,
        ids.map(id => ({ report: id, relations })),
      );
      return [await loadSharing(tx, ['a'], 14, ['a', 'b']), await loadSharing(tx, ids, 14, ids)];
    });
    expect(pairs).toEqual([[{ report: 'a', other: 'c', certain: false }], []]);
  });
});

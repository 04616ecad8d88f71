/** Files numbered reports without end, and says the number of each once it is accepted. */
import { openLedger } from '../../src/dateline.ts';
import { dispatch, plainReader } from './plain-reader.ts';

const [, , database, name = 'Wire', first = '0', last = '100000'] = process.argv;
const ledger = await openLedger({
  database: database!,
  reader: plainReader,
  command: 'dateline add',
  waitMs: 60_000,
});
const by = { id: 'child', name: 'A child', role: 'analyst', withhold: false } as const;
for (let n = Number(first); n < Number(last); n++) {
  const day = `2021-08-${String((n % 28) + 1).padStart(2, '0')}`;
  const side = n % 2 ? 'Red' : 'Blue';
  const [filing] = await ledger.add(by, [
    dispatch(day, name, `Number ${n}. ${side} forces captured Arvo on ${day}.`),
  ]);
  console.log(`${n} ${filing!.outcome}`);
}
await ledger.close();

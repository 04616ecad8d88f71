/** Files numbered reports without end, and says the number of each once it is accepted. */
import { openLedger } from '../../dist/dateline.js';

const [, , database, outlet = 'Wire', first = '0', last = '100000'] = process.argv;
const ledger = await openLedger({ database, command: 'dateline add', waitMs: 60_000 });
const by = { id: 'child', name: 'A child', role: 'analyst', withhold: false };
for (let n = Number(first); n < Number(last); n++) {
  const published = `2021-08-${String((n % 28) + 1).padStart(2, '0')}`;
  const side = n % 2 ? 'The Taliban' : 'Government forces';
  const text = `Number ${n}. ${side} captured the city of Farah on ${published}.`;
  const [filing] = await ledger.add(by, [{ outlet, published, text }]);
  console.log(`${n} ${filing.outcome}`);
}
await ledger.close();

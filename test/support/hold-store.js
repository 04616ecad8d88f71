/** Opens a store, says "open", and holds it until told to end by a line; "announce URL" announces a server. */
import { createInterface } from 'node:readline';
import { openStore } from '../../dist/store/index.js';

const [, , database, waitMs = '10000'] = process.argv;
try {
  const store = await openStore({ database, command: 'dateline add', waitMs: Number(waitMs) });
  if ('server' in store) console.log(`server ${store.server.address} ${store.server.token}`);
  else {
    await store.query('create table if not exists notes (word text)');
    await store.query('insert into notes values ($1)', [`from ${process.pid}`]);
    console.log('open');
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.startsWith('announce ')) console.log(`token ${store.lock?.announce(line.slice(9))}`);
      else break;
    }
    await store.close();
    console.log('closed');
  }
} catch (error) {
  console.log(`refused ${error.code} ${error.message}`);
}
process.stdin.destroy();

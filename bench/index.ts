// npm run bench: measures reading and the ledger here and now. `npm run bench -- reading|ledger [options]` runs one of them.
import { existsSync } from 'node:fs';

const BENCHES = ['reading', 'ledger'];
const [name, ...options] = process.argv.slice(2);
if (name !== undefined && !BENCHES.includes(name)) {
  console.error(`bench: no bench "${name}": write one of ${BENCHES.join(', ')}, or nothing for all`);
  process.exit(2);
}
for (const bench of name === undefined ? BENCHES : [name]) {
  const file = new URL(`./${bench}.ts`, import.meta.url);
  if (!existsSync(file)) {
    console.log(`bench: ${bench} is not there yet`);
    continue;
  }
  console.log(`── ${bench} ──`);
  const { run } = (await import(file.href)) as { run(options: readonly string[]): Promise<void> };
  await run(options);
}

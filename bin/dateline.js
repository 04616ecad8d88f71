#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('dateline: it is not built yet: run "npm run build" in its folder first.');
  process.exit(1);
}
// Node 22 and later keep compiled code between runs; Node 20 does without.
module.enableCompileCache?.();
await import(main.href);

import { buildProgram } from '../../src/cli/program.ts';
import { makeStyle } from '../../src/cli/style.ts';
import { ROUTES } from '../../src/http/index.ts';
import { apiReference } from './api.ts';
import { cliReference } from './cli.ts';

/** The references that are made of the code, by file name. */
export function references(): Readonly<Record<string, string>> {
  const program = buildProgram({
    stdin: process.stdin,
    env: {},
    width: 100,
    style: makeStyle(false),
    live: false,
    out: async () => {},
    err: () => {},
    exitCode: 0,
  });
  return { 'cli.md': cliReference(program), 'api.md': apiReference(ROUTES) };
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const BLOCK = /(<!-- output of: dateline ([^\n]+?) -->\n```\n)[\s\S]*?(```)/g;

/** A text with the output of each command that a comment in it names, fresh from the code. */
export const withOutputs = (text: string): string =>
  text.replace(
    BLOCK,
    (_, head: string, command: string, end: string) =>
      `${head}$ dateline ${command}\n\n${outputOf(command)}${end}`,
  );

const outputOf = (command: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...command.split(' ')], {
    cwd: ROOT,
    env: { ...process.env, COLUMNS: '100', NO_COLOR: '1' },
    encoding: 'utf8',
  });

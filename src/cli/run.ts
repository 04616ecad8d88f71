import { CommanderError } from 'commander';
import { EXIT, explainError } from './errors.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';

/** Runs one command line. Resolves with the exit code; whatever goes wrong has been told in one line on standard error. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const program = buildProgram(io);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return io.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, io);
    const { line, code } = explainError(error, io.env);
    io.err(`dateline: ${line}\n`);
    return code;
  }
}

/** Help and version are no errors; all else that commander throws is a mistake on the command line. */
function usageError(error: CommanderError, io: Io): number {
  if (error.exitCode === 0) return EXIT.ok;
  if (error.code === 'commander.help') return EXIT.usage;
  const line = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  io.err(`dateline: ${line}\n`);
  return EXIT.usage;
}

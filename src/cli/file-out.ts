import { open, rename, rm } from 'node:fs/promises';
import type { ExportFile } from '../model/index.ts';
import { CliError, EXIT } from './errors.ts';
import type { Io } from './io.ts';

/**
 * A file to where it is wanted: standard output, or a file that is there whole or not at all (it is written aside and renamed).
 * Bytes that are no text are not poured over a terminal.
 */
export async function fileOut(file: ExportFile, out: string | undefined, io: Io): Promise<void> {
  if (out == null || out === '-') {
    const isText = /^text\/|json/.test(file.mediaType);
    if (io.isTerminal === true && !isText)
      throw new CliError(
        `this is no text for a terminal: write it to a file with --out ${file.name}`,
        EXIT.usage,
      );
    const decoder = new TextDecoder();
    for await (const bytes of file.bytes)
      await io.out(isText ? decoder.decode(bytes, { stream: true }) : bytes);
    return;
  }
  const aside = `${out}.${process.pid}.part`;
  const handle = await open(aside, 'w');
  try {
    for await (const bytes of file.bytes) await handle.writeFile(bytes);
    await handle.close();
    await rename(aside, out);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(aside, { force: true });
    throw error;
  }
  io.err(`dateline: written to ${out}\n`);
}

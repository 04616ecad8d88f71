import { EXIT } from '../errors.ts';
import type { Io } from '../io.ts';

/** The first Ctrl-C (or SIGTERM) asks to stop after what is in hand; a second one ends the process at once. */
export function stopOnInterrupt(io: Io): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
    io.err('dateline: stopping after what is in hand (Ctrl-C again ends at once)\n');
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onInterrupt);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onInterrupt);
    },
  };
}

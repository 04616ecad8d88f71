import type { Io } from './io.ts';

export interface Progress {
  /** One more done. */
  step(): void;
  /** A message that stays, above the counting line. */
  say(line: string): void;
  end(): void;
}

const PAUSE_MS = 200;

/** A counting line on standard error while work goes on; on a terminal only, and not before a second has passed. */
export function showProgress(io: Io, verb: string): Progress {
  const started = performance.now();
  let done = 0,
    shown = started + 800,
    isOn = false;
  const clear = (): void => {
    if (isOn) io.err('\r\u001b[K');
    isOn = false;
  };
  return {
    step() {
      done++;
      const now = performance.now();
      if (!io.live || now - shown < PAUSE_MS) return;
      shown = now;
      isOn = true;
      const rate = done / ((now - started) / 1000);
      io.err(
        `\r\u001b[K${done.toLocaleString('en-GB')} ${verb}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second`,
      );
    },
    say(line) {
      clear();
      io.err(`${line}\n`);
    },
    end: clear,
  };
}

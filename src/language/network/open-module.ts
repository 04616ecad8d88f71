import { assemble, type Routine } from './assembler.ts';

/** Functions on a memory; parameters are numbers, most of them addresses in bytes. */
export type Functions = Readonly<Record<string, (...parameters: number[]) => void>>;

// The compiler's Node types lack WebAssembly; this much is used.
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
      readonly Instance: new (module: object) => { readonly exports: object };
      validate(bytes: Uint8Array<ArrayBuffer>): boolean;
    }
  | undefined;

/** A memory and the functions on it. */
export interface Opened {
  readonly buffer: ArrayBuffer;
  readonly functions: Functions;
}

/**
 * Opens a memory of so many megabytes with the routines on it, or, where the machine has no WebAssembly with vector
 * instructions (or `plainly` is asked for), with plain functions that do the same.
 */
export function openModule(
  routines: readonly Routine[],
  plain: (buffer: ArrayBuffer) => Functions,
  megabytes: number,
  plainly = false,
): Opened {
  const bytes = assemble(routines, megabytes * 16);
  if (plainly || typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) {
    const buffer = new ArrayBuffer(megabytes * 2 ** 20);
    return { buffer, functions: plain(buffer) };
  }
  const { memory, ...functions } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Record<
    string,
    unknown
  >;
  return { buffer: (memory as { buffer: ArrayBuffer }).buffer, functions: functions as Functions };
}

/**
 * The compiled index is one file: a length, a JSON header that lists the sections, then the sections, each a typed
 * array at an offset divisible by 8, so that a reader makes views and copies nothing. Little-endian.
 */

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array } as const;
type TypeName = keyof typeof TYPES;
export type Section = Uint8Array | Uint16Array | Uint32Array | Float32Array;

export const INDEX_VERSION = 3;

interface Header {
  readonly version: number;
  readonly meta: Record<string, unknown>;
  readonly sections: readonly { name: string; type: TypeName; offset: number; length: number }[];
}

const typeOf = (s: Section): TypeName =>
  (Object.keys(TYPES) as TypeName[]).find(t => s.constructor === TYPES[t]) ?? 'u8';
const align = (n: number): number => (n + 7) & ~7;

/** The bytes of an index with these sections. */
export function packIndex(sections: Record<string, Section>, meta: Record<string, unknown>): Uint8Array {
  let offset = 0;
  const entries = Object.entries(sections).map(([name, s]) => {
    const entry = { name, type: typeOf(s), offset, length: s.length };
    offset = align(offset + s.byteLength);
    return entry;
  });
  const header = new TextEncoder().encode(
    JSON.stringify({ version: INDEX_VERSION, meta, sections: entries }),
  );
  const start = align(4 + header.length),
    bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  for (const e of entries) {
    const s = sections[e.name]!;
    bytes.set(new Uint8Array(s.buffer, s.byteOffset, s.byteLength), start + e.offset);
  }
  return bytes;
}

/** The sections of an index. Throws where the file is of another version or cut short. */
export function unpackIndex(bytes: Uint8Array): {
  sections: Record<string, Section>;
  meta: Record<string, unknown>;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length > 4 ? view.getUint32(0, true) : 0;
  if (length === 0 || length > bytes.length - 4)
    throw new Error('the gazetteer index is cut short: build it again');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  if (header.version !== INDEX_VERSION)
    throw new Error(
      `the gazetteer index has version ${header.version}, this program reads ${INDEX_VERSION}: build it again`,
    );
  const start = align(4 + length),
    sections: Record<string, Section> = {};
  for (const e of header.sections) {
    const at = bytes.byteOffset + start + e.offset,
      Type = TYPES[e.type];
    if (start + e.offset + e.length * Type.BYTES_PER_ELEMENT > bytes.length)
      throw new Error('the gazetteer index is cut short: build it again');
    sections[e.name] =
      at % Type.BYTES_PER_ELEMENT === 0
        ? new Type(bytes.buffer as ArrayBuffer, at, e.length)
        : new Type(
            bytes.slice(start + e.offset, start + e.offset + e.length * Type.BYTES_PER_ELEMENT)
              .buffer as ArrayBuffer,
          );
  }
  return { sections, meta: header.meta };
}

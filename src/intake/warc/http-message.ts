import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

export interface HttpMessage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

const DECODERS: Readonly<
  Record<string, (bytes: Uint8Array, limits: { maxOutputLength: number }) => Uint8Array>
> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/**
 * An HTTP response as an archive keeps it: chunks joined, compression undone up to `limit` bytes. Null where it is none, or its
 * body unpacks to more. Many archives keep the headers of a body that they have unpacked already: then it is taken as it is.
 */
export function parseHttpMessage(block: Uint8Array, limit: number): HttpMessage | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const [end, width] = endOfHead(bytes);
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split(/\r?\n/);
  const status = Number(/^HTTP\/\S+\s+(\d{3})/.exec(first)?.[1]);
  if (!status) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? [];
    if (name != null) headers.set(name.toLowerCase(), value!);
  }
  let body: Uint8Array = bytes.subarray(end + width);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) body = dechunk(Buffer.from(body)) ?? body;
  const unpacked = unpack(body, headers.get('content-encoding') ?? '', limit);
  return unpacked == null ? null : { status, headers, body: unpacked };
}

function endOfHead(bytes: Buffer): [number, number] {
  const strict = bytes.indexOf('\r\n\r\n');
  const loose = bytes.indexOf('\n\n');
  return strict >= 0 && (loose < 0 || strict < loose) ? [strict, 4] : [loose, 2];
}

/** The chunks of a body joined (RFC 9112); null where it is not in chunks, whatever its headers say. */
function dechunk(bytes: Buffer): Uint8Array | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at);
    const written = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(
      bytes.toString('latin1', at, end < 0 ? at : Math.min(end, at + 100)),
    )?.[1];
    if (written == null) return chunks.length > 0 ? Buffer.concat(chunks) : null;
    const size = Number.parseInt(written, 16);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + (bytes[end + 1 + size] === 13 ? 2 : 1);
  }
  return chunks.length > 0 ? Buffer.concat(chunks) : null;
}

function unpack(body: Uint8Array, encoding: string, limit: number): Uint8Array | null {
  const decode = DECODERS[encoding.trim().toLowerCase()];
  if (decode == null) return body.length > limit ? null : body;
  try {
    return decode(body, { maxOutputLength: limit });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : body;
  }
}

import { decodeText } from './decode-text.ts';

/**
 * The text of a stream of bytes, in pieces: UTF-16 by its byte order mark, else UTF-8, and from the first bytes on that are no valid
 * UTF-8 Windows-1252.
 */
export async function* decodingStream(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let decode: ((bytes: Uint8Array) => string) | null = null;
  for await (const chunk of stream) {
    if (typeof chunk === 'string') yield chunk;
    else {
      decode ??= decoderFor(chunk);
      yield decode(chunk);
    }
  }
}

function decoderFor(first: Uint8Array): (bytes: Uint8Array) => string {
  const wide =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : null;
  const decoder = new TextDecoder(wide ?? 'utf-8', { fatal: wide == null });
  let isBroken = false;
  return bytes => {
    if (!isBroken)
      try {
        return decoder.decode(bytes, { stream: true });
      } catch {
        isBroken = true;
      }
    return decodeText(bytes, 'windows-1252');
  };
}

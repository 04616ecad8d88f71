/** Encodings that a byte order mark tells. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
];

/**
 * The text that some bytes stand for: by byte order mark, else by the charset that came with them, else UTF-8 where they are valid
 * UTF-8, UTF-16 where every other byte is zero, else Windows-1252. The mark itself is no part of the text; nothing else is changed.
 * @example decodeText(Buffer.from('Farah fell.')) // 'Farah fell.'
 */
export function decodeText(bytes: Uint8Array, charset?: string | null): string {
  const marked = MARKS.find(mark => mark.bytes.every((byte, i) => bytes[i] === byte))?.charset;
  if (marked) return decodeAs(marked, bytes)!;
  const told = charset ? decodeAs(charset, bytes) : null;
  if (told != null) return told;
  const wide = wideCharset(bytes);
  if (wide) return decodeAs(wide, bytes)!;
  return decodeAs('utf-8', bytes, true) ?? decodeAs('windows-1252', bytes)!;
}

/** Windows-1252's letters for the bytes 0x80 to 0x9f. Node 20 decodes them as Latin-1's control characters instead. */
const LETTERS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A text that a decoder of Latin-1 made of Windows-1252, put right. */
export const withLetters1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, char => LETTERS_80_TO_9F[char.charCodeAt(0) - 0x80]!);

function decodeAs(charset: string, bytes: Uint8Array, fatal = false): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withLetters1252(text) : text;
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: in mostly Latin text nearly every high byte is zero, and no low byte is. */
function wideCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 1000);
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1] === 0) return 'utf-16be';
  return null;
}

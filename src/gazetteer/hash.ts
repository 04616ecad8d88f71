/** Two independent 32-bit hashes of a string (FNV-1a with two offsets, finished as in MurmurHash3): 64 bits to tell keys apart. */
export function hashPair(s: string): readonly [number, number] {
  let a = 0x811c9dc5,
    b = 0x9e3779b9;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [finish(a), finish(b ^ s.length)];
}

function finish(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

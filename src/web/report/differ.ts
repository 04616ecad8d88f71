/** Words of a text with their offsets, compared without case and punctuation. */
function wordsOf(text: string): { key: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}’']+/gu)].map(m => ({
    key: m[0].toLocaleLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/**
 * The stretches of `a` that `b` lacks, by the longest common run of words (Myers' greedy walk would do the same; texts here have some
 * hundred words, so the plain table is enough). Neighbouring words join into one stretch. Above `limit` words a side, nothing is compared.
 */
export function onlyIn(a: string, b: string, limit = 4000): { start: number; end: number }[] | null {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length > limit || y.length > limit) return null;
  const wide = y.length + 1;
  const table = new Uint16Array((x.length + 1) * wide);
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      table[i * wide + j] =
        x[i]!.key === y[j]!.key
          ? table[(i + 1) * wide + j + 1]! + 1
          : Math.max(table[(i + 1) * wide + j]!, table[i * wide + j + 1]!);
  const found: { start: number; end: number }[] = [];
  let previous = -2;
  for (let i = 0, j = 0; i < x.length; ) {
    if (j < y.length && x[i]!.key === y[j]!.key) {
      i++;
      j++;
    } else if (j < y.length && table[i * wide + j + 1]! > table[(i + 1) * wide + j]!) j++;
    else {
      const word = x[i]!;
      const last = found.at(-1);
      if (previous === i - 1 && last != null) found[found.length - 1] = { start: last.start, end: word.end };
      else found.push({ start: word.start, end: word.end });
      previous = i;
      i++;
    }
  }
  return found;
}

import { describe, expect, it } from 'vitest';
import { foldName, nameKey, skeletonKey } from './key.ts';

const keyOf = (name: string): string => nameKey(foldName(name));

describe('the transliteration key', () => {
  it.each([
    ['Mazar-i-Sharif', 'Mazar-e Sharif', 'Mazari Sharif'],
    ['Qunduz', 'Kunduz', 'Konduz'],
    ['Deir ez-Zor', 'Deir al-Zor', 'Dayr az Zawr'],
    ['al-Hasakah', 'Hasakeh', 'Hassakah'],
    ['Lashkar Gah', 'Lashkargah', 'Lashkar-gah'],
    ['Ta’izz', 'Taiz', 'Taizz'],
    ['Bāmyān', 'Bamyan', 'Bamian'],
    ['Séguéla', 'Seguela', 'Séguela'],
    ['N’Djamena', 'NDjamena', "N'Djaména"],
  ])('is one for %s, %s and %s', (...names) => {
    expect(new Set(names.map(keyOf)).size, names.map(keyOf).join(' ')).toBe(1);
  });

  it.each([
    ['Homs', 'Hama'],
    ['Kharkiv', 'Kherson'],
    ['Gao', 'Goma'],
    ['Mali', 'Malawi'],
    ['Farah', 'Faryab'],
    ['Baga', 'Bama'],
  ])('tells %s from %s', (a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });

  it('keeps the letters of other scripts', () => {
    expect(keyOf('حلب')).toBe('حلب');
    expect(keyOf('Київ')).not.toBe('');
  });

  it('gives the consonants alone as a last resort, and none where too few are left', () => {
    expect(skeletonKey(keyOf('Shibirghan'))).toBe(skeletonKey(keyOf('Sheberghan')));
    expect(skeletonKey('A')).toBeNull();
  });
});

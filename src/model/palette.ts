/**
 * One colour a side, the same everywhere, given in the order of `/api/sides`. Chosen so that each stands out from the paper by 3:1 and
 * any two can be told apart with protanopia, deuteranopia and tritanopia (palette.test.ts simulates them). A side
 * beyond the last colour starts again; its letters tell it apart, as they do for everyone. It imports nothing: it is the one file of the
 * model whose values the browser application has too.
 */
export const LIGHT = [
  '#2462a8',
  '#c06a00',
  '#154a06',
  '#1898b7',
  '#580d7d',
  '#943569',
  '#a47f73',
  '#685e23',
] as const;
export const DARK = [
  '#6ea8ee',
  '#f0a13c',
  '#91f9d6',
  '#e8ea5e',
  '#ce6489',
  '#816bd8',
  '#9a7d22',
  '#a8c7ad',
] as const;

/** Nobody holds it. */
export const NOBODY = { light: '#77736b', dark: '#98938a' } as const;

export type Theme = 'light' | 'dark';

export function sideColour(side: number, theme: Theme): string {
  const colours = theme === 'dark' ? DARK : LIGHT;
  return side < 0 ? NOBODY[theme] : colours[side % colours.length]!;
}

/**
 * A short mark for each side, so that nothing is told by colour alone: the first letter of its name, or as many letters as it takes to
 * differ from those before it.
 * @example sideLetters(['Taliban', 'Government of Afghanistan', 'Tajik militia']) // ['T', 'G', 'TM']
 */
export function sideLetters(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const words = name.split(/[\s-]+/).filter(w => /^\p{L}/u.test(w) && !/^(of|the|and|al|for)$/i.test(w));
    const initials = words.map(w => [...w][0]!.toLocaleUpperCase('en')).join('');
    const letters = [...name].filter(c => /\p{L}/u.test(c));
    const options = [
      initials.slice(0, 1),
      initials.slice(0, 2),
      letters.slice(0, 2).join(''),
      initials.slice(0, 3),
      ...letters.slice(1).map(c => `${letters[0]}${c.toLowerCase()}`),
    ];
    const mark = options.find(o => o !== '' && !taken.has(o)) ?? String(taken.size + 1);
    taken.add(mark);
    return mark;
  });
}

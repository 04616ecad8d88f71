/** One colour a side, in the order of `sides`: the light palette of the application (a test holds the two together). */
export const COLOURS = [
  '#2462a8',
  '#c06a00',
  '#154a06',
  '#1898b7',
  '#580d7d',
  '#943569',
  '#a47f73',
  '#685e23',
] as const;

/** Nobody holds it. */
export const NOBODY = '#77736b';

export const colourOf = (side: number): string => (side < 0 ? NOBODY : COLOURS[side % COLOURS.length]!);

/** A short mark for each side, so that nothing is told by colour alone. @example sideMarks(['Taliban', 'Tajik militia']) // ['T', 'TM'] */
export function sideMarks(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const words = name.split(/[\s-]+/).filter(w => /^\p{L}/u.test(w) && !/^(?:of|the|and|al|for)$/i.test(w));
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

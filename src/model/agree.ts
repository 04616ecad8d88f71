/** Names that end as a plural does and are none. */
const SINGULAR =
  /(?:ss|us|States|Reuters|Philippines|Netherlands|Nations|Emirates|Headquarters|Peoples|Sans Frontieres|Times|News)$/;

/**
 * The form of a verb that a side's or a body's name asks for.
 * @example agree('Syrian rebels', 'holds', 'hold') // 'hold'
 * @example agree('Taliban', 'holds', 'hold') // 'holds'
 */
export function agree(name: string, singular: string, plural: string): string {
  const head = name.replace(/ (?:of|for|in|on|from) .*/, '');
  const isPlural = / and /.test(name) || (/s$/.test(head) && !SINGULAR.test(head));
  return isPlural ? plural : singular;
}

/** How the network sees a form. */

/** The form that features see: lower case, digits as 0, apostrophes and quotation marks straight. */
export const featureForm = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/\d/g, '0')
    .replace(/[–—]/g, '-');

/** The shape of a form: capitals X, small letters x, digits 0, runs cut to two. */
export const shapeOf = (form: string): string =>
  form
    .slice(0, 24)
    .replace(/[’‘`´]/g, "'")
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '0')
    .replace(/X{3,}/g, 'XX')
    .replace(/x{3,}/g, 'xx')
    .replace(/0{3,}/g, '00');

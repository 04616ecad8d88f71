import { foldName, nameKey, skeletonKey } from '../../src/gazetteer/key.ts';

/** Words that say what a division is, not which one. */
const TYPE_WORDS =
  /\b(?:province|provincia|provincie|provinsi|wilaya|wilayat|wilayah|oblast|oblys|oblysy|oblasty|voblasc|voblast|state|region|regiao|regione|region of|governorate|gouvernorat|muhafazat|muhafazah|muhafazat|department|departement|departamento|district|distrito|division|prefecture|county|canton|kanton|municipality|city|republic|respublika|krai|kray|autonomous|viloyati|viloyat|velayat|velayaty|welayaty|rayon|rayonu|raionul|raion|parish|island|islands|emirate|special|capital|territory|area|council|metropolitan|governate|changwat|tinh|thanh pho|sheng|zizhiqu|do|lan|maakunta|landskap|il|ili|emarat|imarat|mintaqat|mintaqah|of|the|de|da|do|dos|del|la|el|al|ad|ash|as|ar|at|az|e|i|autonomnyy|okrug|federal|regional|state of|administrative|unitary|national|gobolka|gobol|kilil|astedader|qarku|qarku i|zupanija|zupanija|judet|megye|apskritis|novads|obcina|opstina|opshtina|aimag|aymag|khet|khoueng|nakhon luang|achha|dzongkhag|daerah|jilla|zila|bibhag|vibhag|anchal|pradesh)\b/g;

/** Words before and after a division's name that say what it is, as newsrooms drop them. */
const OUTER =
  /^(?:Muḩāfaz̧at|Muhafazat|Provincie|Province (?:du|de la|de l'|de|of)|Provincia (?:de |di |del )?|Caza d[ue](?: la)?|Qaḑā['’]|Wilāyat|Wilaya (?:de|d')|Departamento (?:de|del)|Département (?:de la|du|de l'|des|de|d')|Distrito de|Oblast|Județul|Gobolka|Regierungsbezirk|Kreisfreie Stadt|Landkreis|Comarca de|Powiat|Estado de|Región (?:de |del )?|Région d[ue](?: la)?|Urban Municipality of|Municipality of|Borough of|City and County of|District of|County)\s+|\s+(?:Province|Oblast'?|State|Regional State|Region|Governorate|Department|Departement|District|Division|Prefecture|County|Canton|Municipality|Wilaya|Voivodeship|Raion|Rayon|Shahristān|Parish|Krai|Kray|Republic|Autonomous Region|oblast'?|viloyati|wilaya|oblysy|voblasts'|Rajons|novads|Municipio|Kabupaten|Regency|Barony|Emirate|Shì|Qu|Xian|Shi|[İI]l[çc]esi|İli|Changwat|Aymag|Aimag|Council)$/u;

/** A division's name without the word for its type. @example withoutType('Zhytomyr Oblast') // 'Zhytomyr' */
export function withoutType(name: string): string {
  const bare = name.replace(OUTER, '').replace(OUTER, '').trim();
  return bare.length > 2 &&
    !/^(?:Western|Eastern|Northern|Southern|Central|North|South|East|West|Northwest|Northeast|Southwest|Southeast|Capital|Federal|Free|National|Red Sea|Nile)$/.test(
      bare,
    )
    ? bare
    : name;
}

/** The names that a division may be matched by: as written, and without the words for its type. */
export function divisionKeys(name: string): string[] {
  const folded = foldName(name);
  const bare = folded.replace(TYPE_WORDS, ' ').replace(/ +/g, ' ').trim();
  return [...new Set([folded, bare].filter(s => s.length > 1).map(nameKey))];
}

/** One division to be matched: its code and all its names. */
export interface NamedCode {
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * Pairs the divisions of one country in two lists by their names: first by the key, then by the key without vowels,
 * each only where just one is left that fits.
 * @returns from the codes of `from` to those of `to`
 */
export function matchDivisions(from: readonly NamedCode[], to: readonly NamedCode[]): Map<string, string> {
  const found = new Map<string, string>(),
    taken = new Set<string>();
  const forms: ((name: string) => string[])[] = [
    name => [foldName(name)],
    divisionKeys,
    name => divisionKeys(name).flatMap(k => skeletonKey(k) ?? []),
  ];
  for (const form of forms) {
    const index = new Map<string, Set<string>>();
    for (const t of to)
      if (!taken.has(t.code))
        for (const name of t.names)
          for (const key of form(name)) index.set(key, (index.get(key) ?? new Set()).add(t.code));
    for (const f of from) {
      if (found.has(f.code)) continue;
      const fits = new Set(f.names.flatMap(form).flatMap(key => [...(index.get(key) ?? [])]));
      const free = [...fits].filter(code => !taken.has(code));
      if (free.length === 1) {
        found.set(f.code, free[0]!);
        taken.add(free[0]!);
      }
    }
  }
  return found;
}

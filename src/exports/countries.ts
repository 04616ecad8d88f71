import { readFileSync } from 'node:fs';

/** What other data sets call a country. */
export interface CountryCodes {
  /** ISO 3166-1 alpha-3. */
  readonly alpha3: string;
  /** ISO 3166-1 numeric. */
  readonly numeric: number;
  readonly acledRegion: string;
  readonly gedRegion: string;
  /** Gleditsch and Ward's number; null for what they list as no state. */
  readonly gw: number | null;
}

let loaded: ReadonlyMap<string, CountryCodes> | null = null;

/** The codes of a country by ISO 3166-1 alpha-2; null for what is no country. @example countryCodes('AF')?.alpha3 // 'AFG' */
export function countryCodes(alpha2: string | null): CountryCodes | null {
  loaded ??= load();
  return alpha2 == null ? null : (loaded.get(alpha2) ?? null);
}

/** Reads `data/countries.tsv`: ISO 3166-1, ACLED's and UCDP's regions, Gleditsch and Ward's numbers. */
function load(): Map<string, CountryCodes> {
  const text = readFileSync(new URL('./data/countries.tsv', import.meta.url), 'utf8');
  return new Map(
    text
      .trim()
      .split('\n')
      .slice(1)
      .map(line => {
        const [alpha2, alpha3, numeric, acledRegion, gedRegion, gw] = line.split('\t') as string[];
        return [
          alpha2!,
          {
            alpha3: alpha3!,
            numeric: Number(numeric),
            acledRegion: acledRegion!,
            gedRegion: gedRegion!,
            gw: gw ? Number(gw) : null,
          },
        ];
      }),
  );
}

import { PLACE_KINDS, type Place } from '../model/index.ts';

const SEATS = [null, 'country', 'admin1', 'admin2'] as const;
const decoder = new TextDecoder();

/** The places of the index by number; a `Place` is made when asked for. References to places are numbers plus one, 0 for none. */
export class PlaceTable {
  readonly size: number;
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly population: Uint32Array;
  readonly kind: Uint8Array;
  readonly seat: Uint8Array;
  readonly country: Uint16Array;
  readonly admin1: Uint32Array;
  readonly parent: Uint32Array;
  readonly seatPlace: Uint32Array;
  readonly cells: Uint32Array;
  readonly countries: readonly string[];
  private readonly names: Uint8Array;
  private readonly nameAt: Uint32Array;
  private readonly ids: Uint8Array;
  private readonly idAt: Uint32Array;

  constructor(s: Record<string, unknown>, countries: readonly string[]) {
    this.lat = s.lat as Float32Array;
    this.lon = s.lon as Float32Array;
    this.population = s.population as Uint32Array;
    this.kind = s.kind as Uint8Array;
    this.seat = s.seat as Uint8Array;
    this.country = s.country as Uint16Array;
    this.admin1 = s.admin1 as Uint32Array;
    this.parent = s.parent as Uint32Array;
    this.seatPlace = s.seatPlace as Uint32Array;
    this.cells = s.cells as Uint32Array;
    this.names = s.names as Uint8Array;
    this.nameAt = s.nameAt as Uint32Array;
    this.ids = s.ids as Uint8Array;
    this.idAt = s.idAt as Uint32Array;
    this.countries = countries;
    this.size = this.lat.length;
  }

  id(n: number): string {
    return decoder.decode(this.ids.subarray(this.idAt[n]!, this.idAt[n + 1]!));
  }

  name(n: number): string {
    return decoder.decode(this.names.subarray(this.nameAt[n]!, this.nameAt[n + 1]!));
  }

  /** The id that a reference column holds for a place, or null. */
  private ref(column: Uint32Array, n: number): string | null {
    const r = column[n]!;
    return r === 0 ? null : this.id(r - 1);
  }

  place(n: number): Place {
    const lat = this.lat[n]!,
      lon = this.lon[n]!;
    return {
      id: this.id(n),
      name: this.name(n),
      kind: PLACE_KINDS[this.kind[n]!]!,
      country: this.countries[this.country[n]!] || null,
      admin1: this.ref(this.admin1, n),
      parent: this.ref(this.parent, n),
      // single precision keeps about a metre; five decimals are what the sources give
      lat: Number.isNaN(lat) ? null : Math.round(lat * 1e5) / 1e5,
      lon: Number.isNaN(lon) ? null : Math.round(lon * 1e5) / 1e5,
      population: this.population[n]!,
      seatOf: SEATS[this.seat[n]!]!,
    };
  }
}

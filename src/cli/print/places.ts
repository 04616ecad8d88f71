import type { PlaceMatch } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { type Column, table } from './layout.ts';
import { whereWords } from './words.ts';

/** What a name could mean, a line a place. */
export function printPlaces(matches: readonly PlaceMatch[], { style, width }: Page): string {
  if (matches.length === 0) return 'No place of that name is known.\n';
  const columns: readonly Column<PlaceMatch>[] = [
    { head: 'PLACE', cell: match => match.place.name, mark: style.bold, shrinks: true },
    { head: 'WHAT', cell: match => whereWords(match.place), shrinks: true },
    {
      head: 'PEOPLE',
      cell: match => (match.population ? match.population.toLocaleString('en-GB') : ''),
      align: 'right',
    },
    { head: 'LIKELY', cell: match => `${Math.round(match.score * 100)}%`, align: 'right' },
    { head: 'ID', cell: match => match.place.id, mark: style.dim },
  ];
  return `${table(matches, columns, width, style.dim)}\n`;
}

import type { ReactElement } from 'react';
import { DateField } from '../parts/DateField.tsx';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';

/** Kind, basis, kind of source and dates; all of them stand in the address. */
export function SearchFilters(): ReactElement {
  const view = useView();
  const { search, claim, bases } = strings;
  const lists = [
    ['kind', search.filters.kind, claim.kinds],
    ['basis', search.filters.basis, bases],
    ['source', search.filters.source, search.sourceKinds],
  ] as const;
  return (
    <fieldset className="filters no-print">
      <legend className="visually-hidden">{search.filters.legend}</legend>
      {lists.map(([name, label, words]) => (
        <label key={name} className="field">
          <span>{label}</span>
          <select value={view[name] ?? ''} onChange={e => adjust({ [name]: e.target.value || null })}>
            <option value="">{search.filters.any}</option>
            {Object.entries(words).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
      ))}
      <DateField
        label={search.filters.from}
        value={view.from ?? ''}
        onChange={date => adjust({ from: date || null })}
      />
      <DateField
        label={search.filters.until}
        value={view.until ?? ''}
        min={view.from ?? ''}
        onChange={date => adjust({ until: date || null })}
      />
    </fieldset>
  );
}

/** What a link reproduces: everything on the screen follows from this and the record. */
export interface View {
  readonly view: Page;
  readonly country: string | null;
  /** On the ground at: a calendar date; null is the record's default. */
  readonly at: string | null;
  /** As known at: a calendar date or an instant; null is everything known. */
  readonly knownAt: string | null;
  /** Whether the second time follows the first. */
  readonly linked: boolean;
  readonly place: string | null;
  readonly report: string | null;
  readonly claim: string | null;
  readonly side: string | null;
  /** The report that `report` is read side by side with. */
  readonly besides: string | null;
  /** Which of a page's lists is shown, where it is not the first. */
  readonly tab: string | null;
  readonly from: string | null;
  readonly q: string | null;
  /** What a search is narrowed by; `until` is the last day of the reports, `from` their first. */
  readonly kind: string | null;
  readonly basis: string | null;
  readonly source: string | null;
  readonly until: string | null;
  /** Whether the timeline reaches over the whole record, or over its busy days. */
  readonly span: 'all' | null;
  /** Longitude, latitude and zoom where the reader moved the map. */
  readonly map: readonly [number, number, number] | null;
}

export const PAGES = [
  'map',
  'today',
  'place',
  'side',
  'report',
  'reports',
  'discrepancies',
  'review',
  'figures',
  'sitrep',
  'search',
  'add',
] as const;
export type Page = (typeof PAGES)[number];

const EMPTY: View = {
  view: 'map',
  country: null,
  at: null,
  knownAt: null,
  linked: true,
  place: null,
  report: null,
  claim: null,
  side: null,
  besides: null,
  tab: null,
  from: null,
  q: null,
  kind: null,
  basis: null,
  source: null,
  until: null,
  span: null,
  map: null,
};

/** A day of the calendar: 30 February, which a browser takes for 2 March, is none. */
const isDate = (s: string): boolean => {
  const t = /^\d{4}-\d{2}-\d{2}$/.test(s) ? Date.parse(s) : Number.NaN;
  return !Number.isNaN(t) && new Date(t).toISOString().startsWith(s);
};
const isKnown = (s: string): boolean =>
  isDate(s) || (/^\d{4}-\d{2}-\d{2}T/.test(s) && !Number.isNaN(Date.parse(s)));

/** Whether the two times may move together: both are at their default, or both are given. One alone is a time of its own. */
const canLink = (at: string | null, knownAt: string | null): boolean => (at == null) === (knownAt == null);

/** Reads an address. What it does not understand is left out, never an error: an old link still opens. */
export function parseView(search: string): View {
  const q = new URLSearchParams(search);
  const text = (name: string): string | null => q.get(name) || null;
  const page = text('view') as Page | null;
  const valid = (name: string, is: (s: string) => boolean): string | null => {
    const value = text(name);
    return value != null && is(value) ? value : null;
  };
  const at = valid('at', isDate);
  const knownAt = valid('knownAt', isKnown);
  const map = (text('map') ?? '').split(',').map(Number);
  return {
    view: page != null && PAGES.includes(page) ? page : 'map',
    country: text('country'),
    at,
    knownAt,
    linked: canLink(at, knownAt) && q.get('times') !== 'apart',
    place: text('place'),
    report: text('report'),
    claim: text('claim'),
    side: text('side'),
    besides: text('besides'),
    tab: text('tab'),
    from: valid('from', isDate),
    q: text('q'),
    kind: text('kind'),
    basis: text('basis'),
    source: text('source'),
    until: valid('until', isDate),
    span: q.get('span') === 'all' ? 'all' : null,
    map: map.length === 3 && map.every(Number.isFinite) ? (map as [number, number, number]) : null,
  };
}

/** The address of a view: only what differs from the default, in a fixed order. @example formatView(parseView('')) // '/' */
export function formatView(view: View): string {
  const q = new URLSearchParams();
  if (view.view !== 'map') q.set('view', view.view);
  for (const key of [
    'country',
    'place',
    'side',
    'report',
    'claim',
    'besides',
    'tab',
    'q',
    'kind',
    'basis',
    'source',
    'from',
    'until',
    'at',
    'knownAt',
  ] as const)
    if (view[key]) q.set(key, view[key]);
  if (!view.linked && canLink(view.at, view.knownAt)) q.set('times', 'apart');
  if (view.span != null) q.set('span', view.span);
  if (view.map != null) q.set('map', view.map.map((n, i) => Number(n.toFixed(i === 2 ? 2 : 4))).join(','));
  const text = q.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text === '' ? '/' : `/?${text}`;
}

/** A view of another page that keeps country and times, and lets go of what belongs to the page left. */
export const goTo = (view: View, change: Partial<View>): View => ({
  ...EMPTY,
  country: view.country,
  at: view.at,
  knownAt: view.knownAt,
  linked: view.linked,
  span: view.span,
  ...change,
});

/** The addresses of the HTTP API, made in one place. */
const query = (values: Record<string, string | null | undefined>): string => {
  const q = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) if (value != null && value !== '') q.set(key, value);
  const text = q.toString();
  return text === '' ? '' : `?${text}`;
};

export const paths = {
  me: '/api/me',
  extent: '/api/extent',
  sides: '/api/sides',
  periods: '/api/periods',
  reports: '/api/reports',
  decisions: '/api/decisions',
  read: '/api/read',
  preview: '/api/preview',
  feeds: '/api/feeds',
  searches: '/api/saved-searches',
  savedSearch: (id: string) => `/api/saved-searches/${encodeURIComponent(id)}`,
  deferrals: '/api/deferrals',
  deferral: (discrepancy: string) => `/api/deferrals/${encodeURIComponent(discrepancy)}`,
  shapes: (country: string) => `/api/shapes/${encodeURIComponent(country)}`,
  history: (place: string, at: string | null, knownAt: string | null) =>
    `/api/places/${encodeURIComponent(place)}/history${query({ at, knownAt })}`,
  report: (id: string) => `/api/reports/${encodeURIComponent(id)}`,
  claims: (ids: readonly string[]) => `/api/claims${query({ ids: ids.join(',') })}`,
  claimsOf: (q: { place?: string; kind?: string; knownAt?: string | null }) => `/api/claims${query(q)}`,
  changes: (q: { from: string | null; to: string | null; country: string | null; knownAt: string | null }) =>
    `/api/changes${query(q)}`,
  discrepancies: (q: { country: string | null; knownAt: string | null; at?: string | null }) =>
    `/api/discrepancies${query(q)}`,
  search: (words: string, knownAt: string | null = null) =>
    `/api/search${query({ q: words, knownAt, limit: '100' })}`,
  sitrep: (q: { from: string; to: string; country: string | null; knownAt: string | null }) =>
    `/api/sitrep${query(q)}`,
  sitrepFile: '/api/sitrep',
  figures: (q: { country: string | null; knownAt: string | null }) => `/api/figures${query(q)}`,
  places: (name: string, country: string | null) => `/api/places${query({ name, country })}`,
} as const;

import type { FiledReport } from '../../model/index.ts';

/**
 * The reports of one address as versions of one another, in known order: whatever order they arrived in. What came with a
 * version keeps it.
 */
export function numberVersions(reports: readonly FiledReport[]): FiledReport[] {
  const byUrl = new Map<string, FiledReport[]>();
  for (const r of reports)
    if (r.url != null && r.version == null) byUrl.set(r.url, [...(byUrl.get(r.url) ?? []), r]);
  const versions = new Map<string, FiledReport>();
  for (const [url, list] of byUrl) {
    if (list.length < 2) continue;
    list.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1));
    list.forEach((r, i) => {
      versions.set(r.id, { ...r, version: { of: url, n: i + 1 } });
    });
  }
  return versions.size === 0 ? [...reports] : reports.map(r => versions.get(r.id) ?? r);
}

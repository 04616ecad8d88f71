import { useMemo } from 'react';
import { post, refresh, remove, useAnswer } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import type { Deferral, DiscrepancyRow } from '../types.ts';

/** Discrepancies that whoever is here has put off, by id, with the day on which they come back; null until it is known. */
export function useDeferred(): Readonly<Record<string, string>> | null {
  const answer = useAnswer<Deferral[]>(paths.deferrals);
  return useMemo(
    () =>
      answer.state === 'waiting'
        ? null
        : Object.fromEntries(answer.state === 'here' ? answer.data.map(d => [d.discrepancy, d.until]) : []),
    [answer],
  );
}

/** Puts one off until a day (`YYYY-MM-DD`). It changes no record. */
export async function defer(discrepancy: string, until: string): Promise<void> {
  await post(paths.deferrals, { discrepancy, until });
  refresh(paths.deferrals);
}

export async function takeUp(discrepancy: string): Promise<void> {
  await remove(paths.deferral(discrepancy));
  refresh(paths.deferrals);
}

/** Whether an open discrepancy is put off on a day. What has been settled meanwhile is not. */
export const isDeferred = (
  row: DiscrepancyRow,
  all: Readonly<Record<string, string>>,
  today: string,
): boolean => row.settledBy == null && (all[row.id] ?? '') > today;

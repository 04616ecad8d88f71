/**
 * Lines of a place are found by their last day first: those that end late are few, those that are still believed are nearly all.
 */
export const LINES_BY_DAY = `
drop index control_periods_near;
create index control_periods_near on control_periods
  (place, (coalesce(upper(valid), 'infinity'::date)), (coalesce(upper(known), 'infinity'::timestamptz)));
`;

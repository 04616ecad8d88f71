/**
 * Keys are made from the reports that they name, in the same transaction: checking each of them against its report took
 * half of the time of writing it, and a report has dozens.
 */
export const FREE_KEYS = `
alter table relation_keys drop constraint relation_keys_report_fkey;
`;

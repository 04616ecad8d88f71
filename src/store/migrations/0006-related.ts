/**
 * Keys of text bear the day of their report's word, so that only reports near in time are looked at. The keys are made
 * again from the reports at the next opening, as the way of weighing has changed with them.
 */
export const RELATED = `
delete from relation_keys;
alter table relation_keys add column day date;
create index relation_keys_near on relation_keys (key, day);

update revision set weighing = '';
`;

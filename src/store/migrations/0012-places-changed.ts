/** When a place was last written, by a number that only grows: who keeps places in memory asks for those with a greater one. */
export const PLACES_CHANGED = `
create sequence places_changed;
alter table places add column changed bigint not null default nextval('places_changed');
create index places_changed_at on places (changed);
`;

/**
 * At which revision the record of a country last changed, so that what was read of one is good while reports of others are filed;
 * under `*` that of all at once.
 */
export const COUNTRY_REVISIONS = `
create table country_revisions (country text primary key, n bigint not null);
`;

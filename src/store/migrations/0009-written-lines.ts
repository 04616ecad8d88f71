/**
 * What changes tell is found from the rows that a transaction wrote. What had been told was kept beside the record before, all lines of a
 * place together: filing one report wrote again every line ever believed of the places that it touched.
 */
export const WRITTEN_LINES = `
drop view believed;
drop view found;
drop table told;
drop trigger touch on control_periods;
drop trigger touch on discrepancies;
drop function touch();
drop table touched;

-- Rows that have gone and come since changes were last told, in the order in which it happened: triggers see every way of
-- writing. Of lines of a place those that were or are believed; \`part\` is what tells a row of \`id\` from others.
create table written (
  seq bigint generated always as identity,
  what text not null,
  id text not null,
  part text not null,
  come boolean not null,
  body jsonb not null
);

create function line_told(p control_periods) returns jsonb stable language sql
return jsonb_build_object('from', lower(p.valid), 'to', upper(p.valid), 'side', p.holder_side, 'name', p.holder_name,
  'status', p.status, 'basis', p.basis, 'claims', p.detail->'claims');

create function note_lines() returns trigger language plpgsql as $note$
begin
  if tg_op <> 'INSERT' then
    insert into written (what, id, part, come, body)
    select 'place', place, gone.id::text, false, line_told(gone) from gone where upper_inf(known);
  end if;
  if tg_op <> 'DELETE' then
    insert into written (what, id, part, come, body)
    select 'place', place, come.id::text, true, line_told(come) from come where upper_inf(known);
  end if;
  return null;
end $note$;

create function discrepancy_told(d discrepancies) returns jsonb stable language sql
return jsonb_build_object('kind', d.kind, 'places', d.places, 'settled', d.settled_known is not null);

create function note_discrepancies() returns trigger language plpgsql as $note$
begin
  if tg_op <> 'INSERT' then
    insert into written (what, id, part, come, body)
    select 'discrepancy', gone.id, bucket, false, discrepancy_told(gone) from gone;
  end if;
  if tg_op <> 'DELETE' then
    insert into written (what, id, part, come, body)
    select 'discrepancy', come.id, bucket, true, discrepancy_told(come) from come;
  end if;
  return null;
end $note$;
${['control_periods note_lines', 'discrepancies note_discrepancies']
  .map(pair => {
    const [table, note] = pair.split(' ');
    return `
create trigger written_in after insert on ${table} referencing new table as come
  for each statement execute function ${note}();
create trigger written_over after update on ${table} referencing old table as gone new table as come
  for each statement execute function ${note}();
create trigger written_out after delete on ${table} referencing old table as gone
  for each statement execute function ${note}();`;
  })
  .join('\n')}
`;

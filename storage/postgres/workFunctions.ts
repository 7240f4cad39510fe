/** Released like steps of the tables: a change is a new function. */
export const workFunctions = `
create function take_work_1(
  of_collection text, is_look boolean, names text[], lease_keys bytea[], lease_holder uuid,
  lasting integer, due_at timestamptz
) returns setof text language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  taken bytea[];
  due_keys bytea[];
  due_names text[];
begin
  with kept as (
    insert into turns as held (key, holder, until)
      select one, lease_holder, clock_timestamp() + lasting * interval '1 millisecond'
        from unnest(lease_keys) one order by one
      on conflict (key) do update set holder = excluded.holder, until = excluded.until
        where held.holder is null or held.until < clock_timestamp()
      returning key
  )
  select array_agg(key) into taken from kept;
  if taken is null then return; end if;
  -- Seen after the lease is taken: who had it before has written what became of the row.
  select array_agg(asked.key), array_agg(asked.name) into due_keys, due_names
    from unnest(names, lease_keys) as asked (name, key)
    where asked.key = any (taken) and exists (
      select from documents d
        where d.collection = of_collection and d.row_id = asked.name
          and case when is_look then d.next_check_at <= due_at else d.owes end
    );
  if cardinality(due_keys) is distinct from cardinality(taken) then
    delete from turns
      where key = any (taken) and holder = lease_holder and key <> all (coalesce(due_keys, '{}'));
  end if;
  return query select unnest(due_names);
end $$`;

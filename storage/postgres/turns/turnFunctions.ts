/**
 * What a turn asks of the database, as functions there: each is one statement, so one trip, and its
 * parts are planned once a connection, also behind a pooler that knows no prepared statements. Measured
 * beside the same statements pipelined, with pg and with porsager's driver: the same in sum, and the
 * least of this process's time. A function is released like a step of the tables: a change is a new one.
 * By now `turns_trip_1` does what both did; processes of the version before may still ask them.
 */
export const turnFunctions = `
create unlogged table turns (
  key bytea primary key,
  holder uuid,
  until timestamptz not null,
  notes json
);
comment on table turns is 'Who is at a conversation just now, and what the last turn left for the next';

create function take_turn_1(
  turn_key bytea, turn_holder uuid, lasting integer, wanted bytea[], of_tenant text, most integer,
  known bytea[]
) returns table (
  collection text, id text, version integer, document text, row_id text, since timestamptz
) language plpgsql as $$
declare
  left_notes text;
begin
  insert into turns as held (key, holder, until)
    values (turn_key, turn_holder, clock_timestamp() + lasting * interval '1 millisecond')
    on conflict (key) do update set holder = excluded.holder, until = excluded.until
      where held.holder is null or held.until < clock_timestamp()
    returning held.notes::text into left_notes;
  if not found then return; end if;
  return query select null::text, null::text, null::integer, left_notes, null::text, null::timestamptz;
  return query
    select d.collection, d.id, d.version,
        case when convert_to(d.collection, 'UTF8') || d.key || int4send(d.version) = any (known)
          then null else d.document::text end,
        null::text, null::timestamptz
      from documents d
      where d.collection in ('conversations', 'contacts', 'connections', 'tenantStates')
        and d.key = any (wanted);
  return query
    select d.collection, d.id, d.version,
        case when convert_to(d.collection, 'UTF8') || d.key || int4send(d.version) = any (known)
          then null else d.document::text end,
        d.row_id, d.since
      from documents d
      where d.tenant_id = of_tenant
      order by d.since desc, d.changed_at desc
      limit most;
end $$;

create function write_turn_1(
  turn_key bytea, turn_holder uuid,
  collections text[], keys bytea[], ids text[], bases integer[], versions integer[], contents text[],
  row_ids text[], tenant_ids text[], sinces timestamptz[], next_checks timestamptz[], owing boolean[],
  exclusives bytea[],
  read_collections text[], read_keys bytea[], read_versions integer[]
) returns void language plpgsql as $$
begin
  perform from turns where key = turn_key and holder = turn_holder for update;
  if not found then
    raise exception 'lost the lock of a turn' using errcode = 'UG001';
  end if;
  for n in 1 .. cardinality(read_keys) loop
    perform from documents
      where collection = read_collections[n] and key = read_keys[n] and version = read_versions[n];
    if not found then
      raise exception '% changed meanwhile', read_collections[n] using errcode = 'UG002';
    end if;
  end loop;
  for n in 1 .. cardinality(keys) loop
    if bases[n] = 0 then
      insert into documents
          (collection, key, id, version, document,
            row_id, tenant_id, since, next_check_at, owes, exclusive)
        values (collections[n], keys[n], ids[n], versions[n], contents[n]::json,
          row_ids[n], tenant_ids[n], sinces[n], next_checks[n], owing[n], exclusives[n])
        on conflict (collection, key) do nothing;
    else
      update documents
        set version = versions[n], document = contents[n]::json, row_id = row_ids[n],
          tenant_id = tenant_ids[n], since = sinces[n], next_check_at = next_checks[n],
          owes = owing[n], changed_at = clock_timestamp(),
          exclusive = case when exclusives[n] is null or exists (
            select from documents other
              where other.collection = collections[n] and other.key <> keys[n]
                and other.exclusive = exclusives[n] and other.next_check_at is not null
          ) then null else exclusives[n] end
        where collection = collections[n] and key = keys[n] and version = bases[n];
    end if;
    if not found then
      raise exception '% % changed meanwhile', collections[n], ids[n] using errcode = 'UG002';
    end if;
  end loop;
end $$`;

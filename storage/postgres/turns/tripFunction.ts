/**
 * Whatever is asked in one moment, in one trip and one transaction: some turns begin, some write what they
 * have decided, some end; others read or write a document. Where one of them can't have what it asks, none
 * gets anything, and each is asked by itself. Rows are locked in one order everywhere, those of turns first,
 * so that no two processes wait for each other. Plans are made once for any values: to make them anew cost
 * more than to run them.
 */
export const tripFunction = `
create function turns_trip_1(
  lease_keys bytea[],
  end_keys bytea[], end_holders uuid[], end_notes text[],
  write_keys bytea[], write_holders uuid[],
  collections text[], keys bytea[], ids text[], bases integer[], versions integer[], contents text[],
  row_ids text[], tenant_ids text[], sinces timestamptz[], next_checks timestamptz[], owing boolean[],
  exclusives bytea[],
  read_collections text[], read_keys bytea[], read_versions integer[],
  take_keys bytea[], take_holders uuid[], take_tenants text[], lasting integer, most integer,
  wanted_by integer[], wanted_collections text[], wanted_keys bytea[], wanted_known integer[],
  known bytea[],
  sought_by integer[], sought_collections text[], sought_rows text[], sought_keys bytea[],
  sought_known integer[]
) returns table (
  n integer, collection text, id text, version integer, document text, row_id text, since timestamptz
) language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  perform from turns where key = any (lease_keys) order by key for update;
  for i in 1 .. cardinality(end_keys) loop
    if end_notes[i] = '' then
      delete from turns where key = end_keys[i] and holder = end_holders[i];
    else
      update turns set holder = null, notes = coalesce(end_notes[i]::json, notes)
        where key = end_keys[i] and holder = end_holders[i];
    end if;
    if found then
      return query select -i, null::text, null::text, null::integer, null::text, null::text,
        null::timestamptz;
    end if;
  end loop;
  for i in 1 .. cardinality(write_keys) loop
    perform from turns where key = write_keys[i] and holder = write_holders[i];
    if not found then
      raise exception 'lost the lock of a turn' using errcode = 'UG001';
    end if;
  end loop;
  for i in 1 .. cardinality(read_keys) loop
    perform from documents
      where collection = read_collections[i] and key = read_keys[i] and version = read_versions[i];
    if not found then
      raise exception '% changed meanwhile', read_collections[i] using errcode = 'UG002';
    end if;
  end loop;
  for i in 1 .. cardinality(keys) loop
    if bases[i] = 0 then
      insert into documents
          (collection, key, id, version, document,
            row_id, tenant_id, since, next_check_at, owes, exclusive)
        values (collections[i], keys[i], ids[i], versions[i], contents[i]::json,
          row_ids[i], tenant_ids[i], sinces[i], next_checks[i], owing[i], exclusives[i])
        on conflict (collection, key) do nothing;
    else
      update documents
        set version = versions[i], document = contents[i]::json, row_id = row_ids[i],
          tenant_id = tenant_ids[i], since = sinces[i], next_check_at = next_checks[i],
          owes = owing[i], changed_at = clock_timestamp(),
          exclusive = case when exclusives[i] is null or exists (
            select from documents other
              where other.collection = collections[i] and other.key <> keys[i]
                and other.exclusive = exclusives[i] and other.next_check_at is not null
          ) then null else exclusives[i] end
        where collection = collections[i] and key = keys[i] and version = bases[i];
    end if;
    if not found then
      raise exception '% % changed meanwhile', collections[i], ids[i] using errcode = 'UG002';
    end if;
  end loop;
  for i in 1 .. cardinality(take_keys) loop
    insert into turns as held (key, holder, until)
      values (take_keys[i], take_holders[i],
        clock_timestamp() + lasting * interval '1 millisecond')
      on conflict (key) do update set holder = excluded.holder, until = excluded.until
        where held.holder is null or held.until < clock_timestamp()
      returning held.notes::text into document;
    if found then
      n := i;
      return next;
    end if;
  end loop;
  if cardinality(wanted_keys) > 0 then
    return query
      select wanted.by_ask, wanted.collection, found.id, found.version, found.document, null::text,
          null::timestamptz
        from unnest(wanted_by, wanted_collections, wanted_keys, wanted_known)
          as wanted (by_ask, collection, key, known)
        cross join lateral (
          select d.id, d.version,
              case when d.version = wanted.known then null else d.document::text end as document
            from documents d
            where d.collection = wanted.collection and d.key = wanted.key
            limit 1
        ) found;
  end if;
  if cardinality(sought_rows) > 0 then
    return query
      select sought.by_ask, sought.collection, found.id, found.version, found.document, sought.row,
          null::timestamptz
        from unnest(sought_by, sought_collections, sought_rows, sought_keys, sought_known)
          as sought (by_ask, collection, row, key, known)
        cross join lateral (
          select d.id, d.version,
              case when d.key = sought.key and d.version = sought.known then null
                else d.document::text end as document
            from documents d
            where d.collection = sought.collection and d.row_id = sought.row
            limit 1
        ) found;
  end if;
  if cardinality(take_keys) > 0 then
    return query
      select asked.by_take::integer, found.*
        from unnest(take_tenants) with ordinality as asked (tenant, by_take)
        cross join lateral (
          select d.collection, d.id, d.version,
              case when convert_to(d.collection, 'UTF8') || d.key || int4send(d.version) = any (known)
                then null else d.document::text end,
              d.row_id, d.since
            from documents d
            where d.tenant_id = asked.tenant
            order by d.since desc, d.changed_at desc
            limit most
        ) found;
  end if;
end $$`;

/** The tables, built step by step. A released step is never changed: a new one is added at the end. */
import type { Database } from './database.ts';
import { tripFunction } from './turns/tripFunction.ts';
import { turnFunctions } from './turns/turnFunctions.ts';
import { workFunctions } from './workFunctions.ts';

const migrations = [
  `create table documents (
    collection text not null,
    key bytea not null,
    id text not null,
    version integer not null,
    document json not null,
    row_id text,
    tenant_id text,
    since timestamptz,
    next_check_at timestamptz,
    owes boolean not null default false,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (collection, key)
  ) with (fillfactor = 80);
  create unique index documents_row on documents (collection, row_id) where row_id is not null;
  create index documents_tenant on documents using hash (tenant_id) where tenant_id is not null;
  create index documents_due on documents (collection, next_check_at)
    where next_check_at is not null;
  create index documents_owing on documents (collection) where owes;

  create table set_aside (
    collection text not null,
    id text not null,
    version integer not null,
    document json not null,
    reason text not null,
    at timestamptz not null default clock_timestamp()
  );

  comment on table documents is 'Everything that Upgradera remembers';
  comment on column documents.key is 'SHA-256 of the id in UTF-16LE';
  comment on column documents.id is 'Escaped as in JSON';
  comment on column documents.document is
    'Not jsonb: that refuses NUL and lone surrogates, which people can write';
  comment on table set_aside is 'Documents that could not be understood'`,

  // Rows that exist get their exclusive key when they are written next, since several may want the same.
  // A process of the version before leaves the column as it is; the index frees the key when the row
  // no longer waits.
  `alter table documents add column exclusive bytea;
  create unique index documents_exclusive on documents (collection, exclusive)
    where exclusive is not null and next_check_at is not null;
  comment on column documents.exclusive is
    'SHA-256 of what no two rows that wait for a look may have'`,

  turnFunctions,

  workFunctions,

  tripFunction,
];

/** Builds what is missing. Of many processes that start at once, one does it and the others wait. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (query) => {
    await query(
      `select pg_advisory_xact_lock(hashtextextended('upgradera migrations ' || current_schema(), 0))`,
    );
    await query(
      `create table if not exists migrations (
        number integer primary key,
        at timestamptz not null default clock_timestamp()
      )`,
    );
    const applied = await query<{ number: number }>('select number from migrations');
    const numbers = new Set(applied.map(({ number }) => number));
    for (const [index, text] of migrations.entries()) {
      if (numbers.has(index + 1)) continue;
      await query(text);
      await query('insert into migrations (number) values ($1)', [index + 1]);
    }
  });
}

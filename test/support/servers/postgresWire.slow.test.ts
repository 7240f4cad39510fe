import assert from 'node:assert/strict';
import pg from 'pg';
import { postgresUrl } from './postgresServer.ts';
import { PostgresWire } from './postgresWire.ts';

describe('the wire to PostgreSQL', () => {
  let wire: PostgresWire;
  let client: pg.Client;
  beforeEach(async () => {
    wire = await PostgresWire.start(await postgresUrl());
    client = new pg.Client({ connectionString: wire.url, application_name: 'a', pipeline: true });
    await client.connect();
    wire.take('a');
  });
  afterEach(async () => {
    await client.end();
    await wire.stop();
  });

  it('counts a trip for each wait, not for each statement', async () => {
    await client.query('select 1');
    await Promise.all([client.query('select $1::text', ['x']), client.query('select 2')]);
    const { trips, statements, parsed } = wire.take('a');
    assert.deepEqual([trips, parsed], [2, 3]);
    assert.deepEqual(statements, ['select 1', 'select $1::text [x]', 'select 2']);
  });

  it('tells a statement that was prepared before from one that is parsed anew', async () => {
    const prepared = { name: 'p', text: 'select $1::text' };
    await client.query(prepared, ['x']);
    await client.query(prepared, ['x']);
    const { parsed, statements } = wire.take('a');
    assert.equal(parsed, 1);
    assert.deepEqual(statements, ['select $1::text [x]', 'select $1::text [x]']);
  });

  it('hands on what comes in many pieces, and counts its bytes', async () => {
    const long = 'å'.repeat(500_000);
    const { rows } = await client.query('select $1::text as long', [long]);
    assert.equal(rows[0].long, long);
    const { sent, received } = wire.take('a');
    assert.ok(sent > 1_000_000 && sent < 1_001_000, String(sent));
    assert.ok(received > 1_000_000 && received < 1_001_000, String(received));
  });

  it('keeps applications apart', async () => {
    await client.query('select 1');
    assert.equal(wire.take('b').trips, 0);
    assert.equal(wire.take('a').trips, 1);
  });
});

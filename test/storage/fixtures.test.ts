import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backEndSchemas } from '../../bot/compose/backend.ts';
import { rowMakers } from '../../storage/repositories/rowMakers.ts';
import { collections, schemas } from '../../storage/repositories/schemas.ts';

const expected = { ...schemas, ...backEndSchemas };

const folder = join(import.meta.dirname, 'fixtures');
const names = readdirSync(folder);

/** Of a collection, each as it was once written: the first by version 0.1.0, where it has any. */
const fixturesOf = (collection: string): string[] =>
  names.filter((name) => name.startsWith(`${collection}.`) || name.startsWith(`${collection}-`));

async function fixture(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

describe('What was stored once', () => {
  it('is there of every collection', () => {
    const missing = collections.filter((collection) => fixturesOf(collection).length === 0);
    assert.deepEqual(missing, []);
  });

  for (const collection of collections) {
    for (const name of fixturesOf(collection)) {
      it(`stays readable, with all that it says: ${name}`, async () => {
        const document = await fixture(name);
        // What has come since has a default.
        assert.partialDeepStrictEqual(expected[collection].parse(document), document);
        assert.equal((document as { v?: number }).v, 1);
      });
    }
  }

  for (const [collection, makeRow] of Object.entries(rowMakers)) {
    for (const name of fixturesOf(collection)) {
      it(`has a row still: ${name}`, async () => {
        const { tenantId } = makeRow(await fixture(name));
        assert.match(tenantId, /^[0-9a-f-]{36}$/);
      });
    }
  }
});

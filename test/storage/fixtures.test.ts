import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backEndSchemas } from '../../bot/compose/backend.ts';
import { rowMakers } from '../../storage/repositories/rowMakers.ts';
import { collections, schemas } from '../../storage/repositories/schemas.ts';

const expected = { ...schemas, ...backEndSchemas };

/** As version 0.1.0 wrote it, in a chat in which all of it came up. */
async function fixture(collection: string): Promise<unknown> {
  const path = join(import.meta.dirname, 'fixtures', `${collection}.json`);
  return JSON.parse(await readFile(path, 'utf8'));
}

describe('What was stored once', () => {
  for (const collection of collections) {
    it(`stays readable, with all that it says: ${collection}`, async () => {
      const document = await fixture(collection);
      // What has come since has a default.
      assert.partialDeepStrictEqual(expected[collection].parse(document), document);
      assert.equal((document as { v?: number }).v, 1);
    });
  }

  for (const [collection, makeRow] of Object.entries(rowMakers)) {
    it(`has a row still: ${collection}`, async () => {
      const { tenantId } = makeRow(await fixture(collection));
      assert.match(tenantId, /^[0-9a-f-]{36}$/);
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PackedRow, PackedRows } from '../../../../storage/files/rows/packedRows.ts';
import { runs } from '../../../support/process/runs.ts';

const row = (id: string, more: Partial<PackedRow> = {}): PackedRow => ({
  id,
  documentId: `document ${id}`,
  tenantId: 'tenant',
  since: 0,
  ...more,
});
const filled = (...given: PackedRow[]): PackedRows => {
  const rows = new PackedRows();
  for (const one of given) rows.add(one);
  return rows;
};

describe('Packed rows', () => {
  it('know the document of an id, and nothing of one that is not there', () => {
    const rows = filled(row('a'), row('b'));
    assert.equal(rows.documentOf('a'), 'document a');
    assert.equal(rows.documentOf('c'), undefined);
    assert.equal(rows.documentOf(''), undefined);
  });

  it('tell those of a tenant, newest first; of the same instant the later one', () => {
    const rows = filled(
      row('old', { since: 1 }),
      row('new', { since: 2 }),
      row('later', { since: 1 }),
    );
    rows.add(row('other', { tenantId: 'other' }));
    assert.deepEqual(rows.ofTenant('tenant'), ['new', 'later', 'old']);
    assert.deepEqual(rows.ofTenant('nobody'), []);
  });

  it('forget one, and take it again', () => {
    const rows = filled(row('a'), row('b'));
    rows.delete('a');
    rows.delete('unknown');
    assert.equal(rows.documentOf('a'), undefined);
    assert.deepEqual(rows.ofTenant('tenant'), ['b']);
    assert.deepEqual(rows.ofDocument('document a'), []);
    rows.add(row('a', { documentId: 'another' }));
    assert.equal(rows.documentOf('a'), 'another');
    assert.deepEqual(rows.ofTenant('tenant'), ['a', 'b']);
  });

  it('tell the ids of a document', () => {
    const rows = filled(row('a'), row('b', { documentId: 'd' }), row('c', { documentId: 'd' }));
    assert.deepEqual(rows.ofDocument('d'), ['b', 'c']);
  });

  it('tell apart ids and tenants whose checksums are the same', () => {
    // These two have the same CRC-32.
    const [one, two] = ['plumless', 'buckeroo'] as const;
    const rows = filled(row(one, { tenantId: one }), row(two, { tenantId: two }));
    assert.deepEqual(
      [rows.documentOf(one), rows.documentOf(two)],
      [`document ${one}`, `document ${two}`],
    );
    assert.deepEqual([rows.ofTenant(one), rows.ofTenant(two)], [[one], [two]]);
    rows.delete(two);
    assert.deepEqual([rows.documentOf(one), rows.documentOf(two)], [`document ${one}`, undefined]);
  });

  it('keep whatever texts there are, as a map would', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 });
    const some = fc.uniqueArray(
      fc.record({ id: text, documentId: text, tenantId: text, since: fc.nat() }),
      { selector: ({ id }) => id, maxLength: 50 },
    );
    fc.assert(
      fc.property(some, (given) => {
        const rows = filled(...given);
        for (const { id, documentId, tenantId } of given) {
          assert.equal(rows.documentOf(id), documentId);
          assert.ok(rows.ofTenant(tenantId).includes(id));
          assert.ok(rows.ofDocument(documentId).includes(id));
        }
      }),
      { numRuns: runs },
    );
  });

  it('find any of 200,000 rows, and those of a tenant among as many tenants', () => {
    const rows = new PackedRows();
    for (let n = 0; n < 200_000; n += 1)
      rows.add(row(`row ${n}`, { tenantId: `tenant ${n % 100_000}` }));
    for (let n = 0; n < 200_000; n += 997)
      assert.equal(rows.documentOf(`row ${n}`), `document row ${n}`);
    assert.deepEqual(rows.ofTenant('tenant 7'), ['row 100007', 'row 7']);
  });
});

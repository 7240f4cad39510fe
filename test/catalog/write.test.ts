import assert from 'node:assert/strict';
import { buildCatalogue } from '../../catalog/buildCatalogue.ts';
import handKeptJson from '../../catalog/handKept.json' with { type: 'json' };
import { handKeptSchema } from '../../catalog/handKept.ts';
import { toJson, toReport } from '../../catalog/write.ts';
import { readCatalog } from '../../commerce/catalog/loadCatalog.ts';
import { handKept, id, tableOf } from './table.ts';

const build = (text: string) => buildCatalogue(text, handKept);

const e1 = ['Office 365 E1', 'STANDARDPACK', id(1)];
const mailbox = ['EXCHANGE_S_STANDARD', id(11)];
const teams = ['TEAMS1', id(12)];

describe('the file of the catalogue', () => {
  const rows = [
    [...e1, ...teams],
    [...e1, ...mailbox],
    ['Visio Plan 1', 'C', id(3), 'VISIOONLINE', id(14)],
  ];

  it('is the same for the same products, whatever the order of the rows', () => {
    const json = toJson(build(tableOf(...rows)));
    assert.equal(toJson(build(tableOf(...rows))), json);
    assert.equal(toJson(build(tableOf(...rows.toReversed()))), json);
  });

  it('is what the bot reads', () => {
    const catalog = readCatalog(JSON.parse(toJson(build(tableOf(...rows)))));
    assert.deepEqual(catalog.plan(id(1)).servicePlans, [
      { id: id(11), name: 'EXCHANGE_S_STANDARD' },
      { id: id(12), name: 'TEAMS1' },
    ]);
  });
});

describe('the report', () => {
  it('has the counts, and each finding with its line', () => {
    const again = Array.from({ length: 14 }, () => [...e1, ...teams]);
    const report = toReport(build(tableOf(...again, ['Else', 'E', id(5), ...teams]))).join('\n');
    assert.match(report, /^15 rows, 2 products, 1 service plans$/m);
    assert.match(report, /left out: 13$/m);
    assert.match(report, /^ {2}line 3: STANDARDPACK: TEAMS1, as in line 2$/m);
    assert.match(report, /^ {2}and 1 more: 15$/m);
    assert.match(report, /^Shipped: 1 products\n {2}1 base, commercial$/m);
    assert.match(report, /^Left out: 1 products\n {2}1 of no product line/m);
    assert.doesNotMatch(report, /white space/);
  });
});

describe('the facts kept by hand', () => {
  it('are well formed', () => {
    assert.ok(handKeptSchema.parse(handKeptJson).lines.length > 0);
  });
});

import assert from 'node:assert/strict';
import { buildCatalogue } from '../../catalog/buildCatalogue.ts';
import type { FindingKind } from '../../catalog/findings.ts';
import type { HandKept } from '../../catalog/handKept.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { handKept, header, id, tableOf } from './table.ts';

const build = (text: string, given: Partial<HandKept> = {}) =>
  buildCatalogue(text, { ...handKept, ...given });
const found = (built: ReturnType<typeof build>, kind: FindingKind) =>
  built.findings.filter((finding) => finding.kind === kind);
const plansOf = (built: ReturnType<typeof build>) =>
  built.plans.map(({ name, servicePlans }) => [name, servicePlans]);

const e1 = ['Office 365 E1', 'STANDARDPACK', id(1)];
const mailbox = ['EXCHANGE_S_STANDARD', id(11)];
const teams = ['TEAMS1', id(12)];

describe('the catalogue from the product table', () => {
  it('tells products of one name apart by their ids', () => {
    const built = build(tableOf([...e1, ...teams], ['Office 365 E1', 'OTHER', id(2), ...mailbox]));
    assert.deepEqual(
      built.plans.map(({ skuId, servicePlans }) => [skuId, servicePlans]),
      [
        [id(1), ['TEAMS1']],
        [id(2), ['EXCHANGE_S_STANDARD']],
      ],
    );
    assert.equal(found(built, 'sharedName')[0]?.detail, `Office 365 E1: ${id(1)}, ${id(2)}`);
  });

  it('tells products of one String_Id apart by their ids', () => {
    const built = build(
      tableOf([...e1, ...teams], ['Office 365 E3', 'STANDARDPACK', id(2), ...teams]),
    );
    assert.equal(built.plans.length, 2);
    assert.equal(found(built, 'sharedStringId')[0]?.detail, `STANDARDPACK: ${id(1)}, ${id(2)}`);
  });

  const spaces: [what: string, cells: string[]][] = [
    ['blanks at the end', ['Office 365 E1 ', 'STANDARDPACK', id(1), 'TEAMS1 ', id(12)]],
    ['tabs', ['Office 365 E1', 'STANDARDPACK\t', `\t${id(1)}`, 'TEAMS1', id(12)]],
    ['no-break spaces', ['Office\u00a0365 E1', 'STANDARDPACK', `${id(1)}\u00a0`, 'TEAMS1', id(12)]],
    ['line ends', ['Office 365\r\nE1', 'STANDARDPACK', id(1), 'TEAMS1', id(12)]],
  ];
  for (const [what, cells] of spaces) {
    it(`tidies ${what}, and says where`, () => {
      const built = build(tableOf([...e1, ...mailbox], cells));
      assert.deepEqual(plansOf(built), [['Office 365 E1', ['EXCHANGE_S_STANDARD', 'TEAMS1']]]);
      assert.equal(built.plans[0]?.stringId, 'STANDARDPACK');
      assert.deepEqual(
        found(built, 'whiteSpace').map(({ line }) => line),
        [3],
      );
    });
  }

  it('keeps parentheses, slashes and single blanks in ids: they belong there', () => {
    const stringId = 'O365_w/o Teams Bundle_(500_seats_min)';
    const built = build(tableOf(['Office 365 E1 (no Teams)', stringId, id(1), ...mailbox]));
    assert.equal(built.plans[0]?.stringId, stringId);
    assert.deepEqual(built.findings, []);
  });

  it('reads names with commas and quotes', () => {
    const built = build(tableOf(['Office 365 E1, "new"', 'X', id(1), ...mailbox]));
    assert.equal(built.plans[0]?.name, 'Office 365 E1, "new"');
  });

  it('leaves out what is said twice, though white space and capitals differ', () => {
    const again = ['Office 365 E1', 'STANDARDPACK ', id(1).toUpperCase(), 'TEAMS1', id(12)];
    const built = build(tableOf([...e1, ...teams], again));
    assert.deepEqual(plansOf(built), [['Office 365 E1', ['TEAMS1']]]);
    assert.deepEqual(
      found(built, 'duplicateRow').map(({ line, detail }) => [line, detail]),
      [[3, 'STANDARDPACK: TEAMS1, as in line 2']],
    );
  });

  it('takes ids in any case, and writes them small', () => {
    const built = build(
      tableOf([...e1, ...mailbox], [...e1.slice(0, 2), id(1).toUpperCase(), ...teams]),
    );
    assert.deepEqual(plansOf(built), [['Office 365 E1', ['EXCHANGE_S_STANDARD', 'TEAMS1']]]);
    assert.deepEqual(
      found(built, 'guidCase').map(({ line }) => line),
      [3],
    );
  });

  it('gives a service plan of several names the most frequent one', () => {
    const built = build(
      tableOf(
        ['Office 365 E1', 'A', id(1), 'RMS_S_ENTERPRISE)', id(13)],
        ['Office 365 E3', 'B', id(2), 'RMS_S_ENTERPRISE', id(13)],
        ['Office 365 E5', 'C', id(3), 'RMS_S_ENTERPRISE', id(13)],
      ),
    );
    assert.deepEqual(built.servicePlans, { RMS_S_ENTERPRISE: id(13) });
    assert.ok(built.plans.every(({ servicePlans }) => servicePlans[0] === 'RMS_S_ENTERPRISE'));
    assert.equal(
      found(built, 'planNames')[0]?.detail,
      `${id(13)}: RMS_S_ENTERPRISE | RMS_S_ENTERPRISE)`,
    );
  });

  it('gives two service plans of one name two names', () => {
    const built = build(
      tableOf(
        ['Office 365 E1', 'A', id(1), 'PROJECT_ESSENTIALS', id(13)],
        ['Office 365 E3', 'B', id(2), 'PROJECT_ESSENTIALS', id(14)],
        ['Office 365 E5', 'C', id(3), 'PROJECT_ESSENTIALS', id(14)],
      ),
    );
    assert.deepEqual(built.servicePlans, {
      PROJECT_ESSENTIALS: id(14),
      [`PROJECT_ESSENTIALS (${id(13).slice(0, 8)})`]: id(13),
    });
    assert.equal(found(built, 'planIds').length, 1);
  });

  it('gives a product of several names the most frequent one', () => {
    const built = build(
      tableOf(
        ['Office 365 E1 old', 'STANDARDPACK', id(1), ...mailbox],
        [...e1, ...teams],
        [...e1, 'SWAY', id(13)],
      ),
    );
    assert.equal(built.plans[0]?.name, 'Office 365 E1');
    assert.equal(found(built, 'productNames').length, 1);
  });

  const unreadable: [what: string, row: string, detail: RegExp][] = [
    ['too few cells', 'Office 365 E1,STANDARDPACK', /2 cells instead of 6/],
    ['an id that is none', tableRow(['Office 365 E1', 'A', 'none', ...teams]), /GUID is no GUID/],
    ['an empty cell', tableRow([...e1, ' ', id(12)]), /Service_Plan_Name is empty/],
    ['a stray quote', 'Office "365" E1,A,B,C,D,E', /1 cells instead of 6/],
  ];
  for (const [what, row, detail] of unreadable) {
    it(`skips a row with ${what}, says which, and reads the others`, () => {
      const built = build(`${header}\n${row}\n${tableRow([...e1, ...teams])}\n`);
      assert.equal(built.plans.length, 1);
      const [skipped] = found(built, 'skipped');
      assert.equal(skipped?.line, 2);
      assert.match(skipped?.detail ?? '', detail);
    });
  }

  it('refuses a file that is not the product table', () => {
    for (const text of ['', 'a,b\n1,2\n', '<html></html>']) {
      assert.throws(
        () => build(text),
        (error) => error instanceof UpgraderaError && error.code === 'upstream.malformed',
      );
    }
  });

  it('tells what a plan lacks of its twin with or without Teams', () => {
    const built = build(
      tableOf(
        [...e1, ...mailbox],
        [...e1, ...teams],
        ['Office 365 E1 EEA (no Teams)', 'B', id(2), 'YAMMER_ENTERPRISE', id(13)],
      ),
    );
    assert.deepEqual(
      found(built, 'gap').map(({ detail }) => detail),
      [
        'Office 365 E1 EEA (no Teams) lacks EXCHANGE_MAILBOX of Office 365 E1',
        'Office 365 E1 lacks viva-engage of Office 365 E1 EEA (no Teams)',
      ],
    );
  });

  it('adds what is known by hand, and tells when that is wrong or needless', () => {
    const products = {
      [id(1)]: { name: 'Office 365 E1!', unlistedServicePlans: ['TEAMS1', 'SWAY', 'NOWHERE'] },
      [id(9)]: {},
    };
    const table = tableOf([...e1, ...teams], ['Office 365 E3', 'B', id(2), 'SWAY', id(13)]);
    const built = build(table, { products });
    assert.deepEqual(plansOf(built)[0], ['Office 365 E1!', ['SWAY', 'TEAMS1']]);
    assert.deepEqual(
      found(built, 'needless').map(({ detail }) => detail),
      ['Office 365 E1: TEAMS1'],
    );
    assert.deepEqual(
      found(built, 'missing').map(({ detail }) => detail),
      ['Office 365 E1: NOWHERE', id(9)],
    );
  });

  it('ships base plans of every segment, commercial add-ons, and counts the rest', () => {
    const built = build(
      tableOf(
        [...e1, ...teams],
        ['Office 365 E3 GCC', 'B', id(2), ...teams],
        ['Visio Plan 1', 'C', id(3), ...teams],
        ['Visio Plan 1 for GCC', 'D', id(4), ...teams],
        ['Office 365 E5', 'E5_TRIAL', id(5), ...teams],
        ['Exchange Online (Plan 1)', 'F', id(6), ...mailbox],
        ['Windows Store', 'G', id(7), ...teams],
      ),
    );
    assert.deepEqual(
      built.plans.map(({ name, family, segment, kind }) => [name, family, segment, kind].join()),
      [
        'Office 365 E1,office,commercial,base',
        'Office 365 E3 GCC,office,government,base',
        'Exchange Online (Plan 1),exchange,commercial,base',
        'Visio Plan 1,addon,commercial,addon',
      ],
    );
    assert.deepEqual(built.counts.leftOut, {
      'add-on outside the commercial segment': 1,
      'of no product line that an upgrade meets': 1,
      trial: 1,
    });
  });
});

function tableRow(cells: readonly string[]): string {
  return tableOf(cells).split('\r\n')[1]!;
}

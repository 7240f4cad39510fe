import assert from 'node:assert/strict';
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { compare, findTargets } from '../../../commerce/catalog/targets.ts';
import { leastCpu } from '../../support/process/cpuTime.ts';
import { sku } from './skus.ts';

const catalog = loadCatalog();

function judge(from: string, to: string, quantity = 25, elsewhere = 0) {
  const offer = { skuId: to, purchaseTerms: [] };
  return findTargets({
    source: catalog.plan(from),
    offers: [offer],
    catalog,
    quantity,
    seatsElsewhere: () => elsewhere,
  });
}

const safe: [string, string, string][] = [
  ['Apps for business', 'Business Premium', 'legacy path'],
  ['Apps for business', 'Apps for enterprise', 'legacy path'],
  ['Apps for business', 'Office 365 E3', 'legacy path'],
  ['Apps for business', 'Office 365 E5', 'legacy path'],
  ['Business Standard', 'Office 365 E3', 'legacy path'],
  ['Business Standard', 'Office 365 E5', 'legacy path'],
  ['Business Basic', 'Business Standard', 'legacy path'],
  ['Business Basic', 'Office 365 E1', 'legacy path'],
  ['Business Basic', 'Office 365 E3', 'legacy path'],
  ['Business Basic', 'Office 365 E5', 'legacy path'],
  ['Business Standard', 'Office 365 E1', 'same services, fewer features'],
  ['Business Premium', 'Microsoft 365 E3', 'archive add-on is inside Exchange Plan 2'],
  ['Business Premium (no Teams)', 'Business Premium', 'Teams comes on top'],
];

const excluded: [string, string, string][] = [
  ['Microsoft 365 E3', 'Business Premium', 'dataLoss'],
  ['Business Premium', 'Business Standard', 'dataLoss'],
  ['Microsoft 365 E3', 'Microsoft 365 F3', 'dataLoss'],
  ['Microsoft 365 E3', 'Microsoft 365 E3 (no Teams)', 'dataLoss'],
  ['Microsoft 365 E3', 'Microsoft 365 E3', 'samePlan'],
  ['Microsoft 365 E3', 'Visio Plan 2', 'addon'],
  ['Visio Plan 2', 'Microsoft 365 E5', 'addon'],
  ['Office 365 E3', 'Office 365 G3', 'segment'],
  ['Office 365 G3', 'Microsoft 365 E5', 'segment'],
  ['Business Premium Donation', 'Microsoft 365 E5', 'segment'],
];

const skuOf: Record<string, string> = {
  'Apps for business': sku.appsBusiness,
  'Apps for enterprise': sku.appsEnterprise,
  'Business Basic': sku.businessBasic,
  'Business Standard': sku.businessStandard,
  'Business Premium': sku.businessPremium,
  'Business Premium (no Teams)': sku.businessPremiumNoTeams,
  'Business Premium Donation': sku.businessPremiumDonation,
  'Office 365 E1': sku.o365E1,
  'Office 365 E3': sku.o365E3,
  'Office 365 E5': sku.o365E5,
  'Office 365 G3': sku.o365G3,
  'Microsoft 365 E3': sku.m365E3,
  'Microsoft 365 E3 (no Teams)': sku.m365E3NoTeams,
  'Microsoft 365 E5': sku.m365E5,
  'Microsoft 365 F3': sku.m365F3,
  'Visio Plan 2': sku.visioPlan2,
};

describe('targets', () => {
  for (const [from, to, why] of safe) {
    it(`allow ${from} → ${to}: ${why}`, () => {
      const { targets } = judge(skuOf[from]!, skuOf[to]!);
      assert.deepEqual(
        targets.map(({ plan }) => plan.skuId),
        [skuOf[to]],
      );
    });
  }

  for (const [from, to, why] of excluded) {
    it(`exclude ${from} → ${to}: ${why}`, () => {
      const result = judge(skuOf[from]!, skuOf[to]!);
      assert.deepEqual(result.targets, []);
      assert.deepEqual(
        result.excluded.map((one) => one.why),
        [why],
      );
    });
  }

  const caps: [number, number, string | undefined][] = [
    [300, 0, undefined],
    [301, 0, 'seatCap'],
    [150, 150, undefined],
    [150, 151, 'seatCap'],
  ];
  for (const [quantity, elsewhere, why] of caps) {
    it(`count ${quantity} seats beside ${elsewhere} of other Business plans: ${why ?? 'fits'} (R45)`, () => {
      const result = judge(sku.businessBasic, sku.businessPremium, quantity, elsewhere);
      assert.equal(result.excluded[0]?.why, why);
      assert.equal(result.targets.length, why ? 0 : 1);
    });
  }

  it('have no cap outside the Business family', () => {
    assert.equal(judge(sku.businessBasic, sku.o365E1, 10_000, 300).targets.length, 1);
  });

  it('keep the order and the terms of the offers, and leave unknown products out', () => {
    const offers = [
      { skuId: sku.m365E5, purchaseTerms: [{ term: 'P1Y', billing: 'annual' } as const] },
      { skuId: '00000000-0000-0000-0000-000000000000', purchaseTerms: [] },
      { skuId: sku.o365E3.toUpperCase(), purchaseTerms: [] },
    ];
    const { targets, excluded: none } = findTargets({
      source: catalog.plan(sku.businessBasic),
      offers,
      catalog,
      quantity: 1,
      seatsElsewhere: () => 0,
    });
    assert.deepEqual(
      targets.map(({ plan, offer }) => [plan.skuId, offer]),
      [
        [sku.m365E5, offers[0]],
        [sku.o365E3, offers[2]],
      ],
    );
    assert.deepEqual(none, []);
  });
});

describe('finding the targets', () => {
  it('takes less than 2 ms of CPU though the whole catalogue is offered', async () => {
    const offers = catalog.plans.map(({ skuId }) => ({ skuId, purchaseTerms: [] }));
    const source = catalog.plan(sku.businessBasic);
    const times = 20;
    const taken = await leastCpu(() => {
      for (let n = 0; n < times; n += 1) {
        findTargets({ source, offers, catalog, quantity: 25, seatsElsewhere: () => 0 });
      }
    });
    assert.ok(taken / times < 2, `${taken / times} ms`);
  });
});

describe('a comparison', () => {
  it('tells what becomes higher, stays, and which features come and go', () => {
    assert.deepEqual(compare(catalog.plan(sku.businessPremium), catalog.plan(sku.m365E3)), {
      higher: ['EXCHANGE_MAILBOX', 'ONEDRIVE', 'SHAREPOINT'],
      same: ['EXCHANGE_ARCHIVE', 'TEAMS'],
      lost: [],
      featuresGained: ['desktop-apps-enterprise', 'windows-enterprise', 'windows-autopatch'],
      featuresLost: ['defender-business'],
    });
  });

  it('names a service that neither plan has nowhere', () => {
    const { higher, same, lost } = compare(
      catalog.plan(sku.appsBusiness),
      catalog.plan(sku.appsEnterprise),
    );
    assert.deepEqual({ higher, same, lost }, { higher: [], same: ['ONEDRIVE'], lost: [] });
  });

  it('counts a service that becomes smaller as lost', () => {
    const { lost } = compare(catalog.plan(sku.m365E3), catalog.plan(sku.m365F3));
    assert.deepEqual(lost, ['EXCHANGE_MAILBOX', 'EXCHANGE_ARCHIVE', 'ONEDRIVE', 'SHAREPOINT']);
  });
});

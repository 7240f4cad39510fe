import assert from 'node:assert/strict';
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { backupItems, sizesOf } from '../../../commerce/manualChange/backupItems.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';

const catalog = loadCatalog();
const plan = (name: keyof typeof skus) => catalog.plan(skus[name]);

const cases: [from: keyof typeof skus, to: keyof typeof skus, items: string[]][] = [
  ['businessStandard', 'businessPremium', []],
  [
    'office365E3',
    'office365F3',
    ['mailSmaller', 'archiveGone', 'oneDriveSmaller', 'sitesSmaller', 'appsGone'],
  ],
  [
    'businessStandard',
    'appsForBusiness',
    ['mailGone', 'sitesGone', 'chatsGone', 'communitiesGone'],
  ],
  [
    'businessStandard',
    'exchangePlan1',
    ['oneDriveGone', 'sitesGone', 'chatsGone', 'communitiesGone', 'appsGone'],
  ],
  ['office365E5', 'office365E3', ['phoneGone']],
];

describe('What is saved before services are lost (R119–R121)', () => {
  for (const [from, to, items] of cases) {
    it(`from ${from} to ${to}: ${items.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(backupItems(plan(from), plan(to)).toSorted(), items.toSorted());
    });
  }

  it('is not guessed for a plan that is not known', () => {
    assert.deepEqual(backupItems(undefined, plan('office365F3')), []);
  });

  it('says the size of a mailbox before and after', () => {
    const [from, to] = [plan('office365E3'), plan('office365F3')];
    assert.deepEqual(sizesOf('mailSmaller', from, to), { from: 100, to: 2 });
    assert.equal(sizesOf('archiveGone', from, to), undefined);
  });
});

import assert from 'node:assert/strict';
import { hasRight, type Right, rights, rightsOf } from '../../../commerce/access/rights.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Agreement } from '../../../commerce/model/account.ts';
import { type Role, roles, rolesOfPerson } from '../../../commerce/model/role.ts';
import { account } from '../../support/tenant/clearFacts.ts';

const billing = roles.filter(
  (role) => role.startsWith('billing-account') || role.includes('profile'),
);

/** Who has each right, under each agreement; everybody else has not. */
const table: [right: Right, agreement: Agreement, holders: Role[]][] = [
  ['buy', 'MOSA', ['global-admin', 'billing-admin']],
  ['buy', 'CSP', ['global-admin', 'billing-admin']],
  ['buy', 'MCA', billing],
  ...(['MOSA', 'MCA', 'CSP'] as const).flatMap((agreement): typeof table => [
    ['seeBilling', agreement, ['global-admin', 'billing-admin', ...billing]],
    [
      'seeUsers',
      agreement,
      ['global-admin', 'billing-admin', 'license-admin', 'user-admin', 'support-admin', ...billing],
    ],
    ['assign', agreement, ['global-admin', 'license-admin', 'user-admin']],
  ]),
];

describe('Rights', () => {
  for (const [right, agreement, holders] of table) {
    it(`to ${right} under ${agreement} have ${holders.join(', ')}, and nobody else`, () => {
      const found = roles.filter((role) => hasRight(right, agreement, rolesOfPerson([role])));
      assert.deepEqual(found.toSorted(), holders.toSorted());
    });
  }

  it('under the newer agreement are unknown, not refused, where billing roles can’t be seen', () => {
    const admin = { entra: ['global-admin'], billing: 'unknown' } as const;
    assert.equal(hasRight('buy', 'MCA', admin), 'unknown');
    assert.equal(hasRight('buy', 'MOSA', admin), true);
    assert.equal(hasRight('seeBilling', 'MCA', admin), true);
    assert.equal(hasRight('buy', 'MOSA', { entra: ['reader'], billing: 'unknown' }), false);
  });

  it('are unknown while the directory can’t be reached, and fail with an error that stays', async () => {
    const seller = { billingAccount: async () => account };
    const failing = (code: 'upstream.unavailable' | 'upstream.malformed') => ({
      roles: async () => {
        throw new UpgraderaError(code);
      },
    });
    const found = await rightsOf({ seller, directory: failing('upstream.unavailable') }, 't', 'u');
    assert.deepEqual(
      rights.map((right) => found[right]),
      rights.map(() => 'unknown'),
    );
    await assert.rejects(rightsOf({ seller, directory: failing('upstream.malformed') }, 't', 'u'), {
      code: 'upstream.malformed',
    });
  });
});

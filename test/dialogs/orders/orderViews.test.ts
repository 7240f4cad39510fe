import assert from 'node:assert/strict';
import { surroundingsOf } from '../../../dialogs/orders/orderViews.ts';
import { anOrder } from '../../support/storage/samples.ts';
import { account } from '../../support/tenant/clearFacts.ts';
import { SimulatedTenant } from '../../support/tenant/simulatedTenant.ts';

describe('The time on the cards of an order', () => {
  const { sandbox } = new SimulatedTenant();
  const capabilities = () => sandbox.capabilities('tenant-1');

  it('is in the zone that was confirmed, and nobody is asked for it', async () => {
    const seller = { capabilities, billingAccount: () => assert.fail('asked') };
    const order = anOrder({ timeZone: 'Asia/Tokyo' });
    const { time } = await surroundingsOf({ clock: sandbox, seller }, order);
    assert.equal(time.timeZone, 'Asia/Tokyo');
    assert.equal(time.today, '2026-11-23');
  });

  it('is in the zone of the account where an order of version 0.1.0 says none', async () => {
    const seller = { capabilities, billingAccount: async () => account };
    const { time } = await surroundingsOf({ clock: sandbox, seller }, anOrder());
    assert.equal(time.timeZone, account.timeZone);
  });
});

import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { SimulatedTenant, tenantId } from '../../support/tenant/simulatedTenant.ts';

describe('What a simulated tenant owns after an upgrade', () => {
  it('counts months from the first day of the first one, also of what took the place of another', async () => {
    const tenant = new SimulatedTenant();
    await tenant.sandbox.setScenario(tenantId, 'example-prepaid');
    const moveTo = async (day: string) => {
      const now = await tenant.sandbox.now(tenantId);
      const then = Temporal.PlainDate.from(day).toZonedDateTime({
        timeZone: 'America/New_York',
        plainTime: '09:00',
      });
      await tenant.sandbox.moveTime(tenantId, now.until(then.toInstant()));
    };
    const running = async () => {
      const { period, renewsOn } = await tenant.first();
      return [period.start, period.end, renewsOn];
    };
    await moveTo('2027-05-31');
    await tenant.placed({ term: 'P1M', billing: 'monthly' });
    await moveTo('2027-07-30');
    assert.deepEqual(await running(), ['2027-06-30', '2027-07-31', '2027-07-31']);

    const again = { clientRequestId: 'request-2', targetSkuId: skus.microsoft365E3 } as const;
    const { lines } = await tenant.sandbox.quote(await tenant.request(again));
    const credit = lines.find(({ kind }) => kind === 'credit');
    assert.deepEqual([credit?.days, credit?.ofDays, credit?.amount], [1, 31, -852]);
    await tenant.placed({ ...again, term: 'P1Y', billing: 'monthly' });
    tenant.pass({ seconds: 20 });
    assert.deepEqual(await running(), ['2027-07-30', '2027-07-31', '2028-06-30']);
    await moveTo('2028-02-29');
    assert.deepEqual(await running(), ['2028-02-29', '2028-03-31', '2028-06-30']);
  });
});

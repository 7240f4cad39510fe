import { adminCenter } from '../adminCenter.ts';
import type { Facts } from '../facts.ts';
import { isRefusedFor } from '../refusals.ts';
import type { Rule } from '../rule.ts';

/** An upgrade usually takes less (R75). */
const minutesUntilRecheck = 10;

/** One upgrade at a time for the whole organisation; a pending credit check counts (R26, R70, R82). */
export const upgradeInProgress: Rule = (facts) => {
  const order = facts.openOrders[0];
  if (!order && !isRefusedFor('UPGRADE_IN_PROGRESS', facts.refusals)) return undefined;
  return {
    code: 'UPGRADE_IN_PROGRESS',
    group: 'wait',
    values: order ? { order: order.id } : { context: 'elsewhere' },
    link: adminCenter.subscriptions,
    recheckAt: recheckAt(facts),
  };
};

/** After the last day of a running credit check, or in a while. */
function recheckAt({ openOrders, account, now }: Facts): string {
  const { state, creditCheckBy } = openOrders[0] ?? {};
  if (state === 'creditCheck' && creditCheckBy !== undefined) {
    const nextDay = Temporal.PlainDate.from(creditCheckBy).add({ days: 1 });
    return nextDay.toZonedDateTime(account.timeZone).toInstant().toString();
  }
  return Temporal.Instant.from(now).add({ minutes: minutesUntilRecheck }).toString();
}

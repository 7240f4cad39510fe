/** Changes by hand, and what is owned, for the tests beside. */
import type { ManualChange } from '../../../commerce/manualChange/manualChange.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { subscription } from '../../support/cards/sampleData.ts';

export const person = { userId: 'user-1', name: 'Åsa Öberg' };
export const now = '2026-11-23T12:00:00Z';

export function aChange(rest: Partial<ManualChange> = {}): ManualChange {
  return {
    v: 1,
    id: 'CHG-7K3M9QX2',
    tenantId: 'tenant-1',
    begunBy: person,
    userId: person.userId,
    conversation: 'tenant-1/msteams/a:1',
    state: 'open',
    subscriptionId: 'sub-1',
    sourceSkuId: skus.businessStandard,
    targetSkuId: skus.office365F3,
    users: 'all',
    before: { source: 22, target: 0, quantity: 25 },
    toBackUp: ['mailSmaller', 'appsGone'],
    backedUp: [],
    moves: [],
    ticks: [],
    startedAt: now,
    notices: [],
    ...rest,
  };
}

export function owns(...given: Partial<Subscription>[]): Subscription[] {
  return given.map((rest, index) => ({
    ...subscription,
    id: `sub-${index + 1}`,
    skuId: skus.businessStandard,
    status: 'active',
    autoRenew: true,
    quantity: 25,
    assigned: 22,
    ...rest,
  }));
}

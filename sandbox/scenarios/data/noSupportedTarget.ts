import { skus } from '../../tenant/skus.ts';
import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/** Everything that is offered would lose the users' chats and meetings (R15, R136). */
export const noSupportedTarget: Scenario = {
  ...happy,
  name: 'no-supported-target',
  products: [
    {
      ...businessStandard,
      skuId: skus.office365E3,
      quantity: 60,
      assigned: 57,
      offers: [skus.office365E3NoTeams, skus.microsoft365E3NoTeams, skus.microsoft365E5NoTeams],
    },
  ],
};

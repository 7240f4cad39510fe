import type { Scenario } from '../scenario.ts';
import { businessStandard, happy } from './happy.ts';

/**
 * Twelve of 58 users can't be moved, for the reasons that lie with a user: licences are left, since an order is for as
 * many as there are users at least. They keep the old licence. Two hours later somebody has put right what stood in
 * their way (R49, R79).
 */
export const partialFailure: Scenario = {
  ...happy,
  name: 'partial-failure',
  products: [{ ...businessStandard, quantity: 60, assigned: 58 }],
  userErrors: [
    { reason: 'MutuallyExclusiveViolation', users: 5 },
    { reason: 'DependencyViolation', users: 4 },
    { reason: 'ProhibitedInUsageLocationViolation', users: 1 },
    { reason: 'UniquenessViolation', users: 1 },
    { reason: 'Other', users: 1 },
  ],
  repairs: {},
};

/** Scenarios through the checklist to their good end: what is said, and who has what then. */
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { Exchange } from '../../support/teams/transcript.ts';
import { inOrder, movedUsers } from '../../support/tenant/movedUsers.ts';
import { planId } from '../../support/tenant/triedLicences.ts';

export interface Course {
  scenario: string;
  /** English, unless another language is named. */
  locale?: string;
  /** A real tenant lets us read when users signed in last. */
  seesSignIns?: true;
  /** How it differs from others of the same scenario. */
  how?: string;
  table: readonly Exchange[];
  /** Everybody at the end. */
  after(before: readonly DirectoryUser[]): DirectoryUser[];
}

const { businessStandard, businessPremium, office365E3, microsoft365E5 } = skus;
const toPremium = [businessStandard, businessPremium] as const;

/** From the wish to the step at which users are moved. */
const toMoving = (target: string, licences: number): Exchange[] => [
  ['manual', 'one subscription', '[change-to]'],
  [target, '=change-to', '[change-plan]'],
  ['begin', '=change-plan', 'I keep the checklist', '[manual-change] Step 1 of 5'],
  [`elsewhere buy ${licences} ${target}`],
  ['I have bought it', '[manual-change] Step 3 of 5: Move the users'],
  ['move them', '[move-users]'],
];
const toTheEnd = (source: string): Exchange[] => [
  ['back', '[manual-change] Step 5 of 5: End the old plan'],
  [`elsewhere cancel ${source}`],
  ['done', '[manual-change] This change is complete'],
];

const isOff = (user: DirectoryUser, skuId: string, service: string): boolean =>
  user.assignments.some(
    (one) => one.skuId === skuId && one.disabledPlans.includes(planId(skuId, service)),
  );

/** Everybody gives up the old plan for the new one, with all services on. */
const allMoved =
  (plans: readonly [string, string]) =>
  (before: readonly DirectoryUser[]): DirectoryUser[] =>
    movedUsers(before, plans, () => []);

export const courses: readonly Course[] = [
  {
    scenario: 'customised-services',
    table: [
      ...toMoving('business premium', 100),
      ['all', '=move-users', '[move-plan] 100 users would move'],
      ['move them', '=move-plan', '[move]'],
      ['wait [notice]', '[notice]'],
      ['check again', '[move] 100 of 100 users have moved'],
      ...toTheEnd('business standard'),
    ],
    after: (before) =>
      movedUsers(before, toPremium, (user) =>
        isOff(user, businessStandard, 'SHAREPOINTSTANDARD')
          ? [planId(businessPremium, 'SHAREPOINTSTANDARD')]
          : [],
      ),
  },
  {
    scenario: 'group-licensing',
    table: [
      ...toMoving('business premium', 22),
      ['all', '=move-users', '[move-plan] Have it from a group: change the group\n11'],
      ['move them', '=move-plan', '[move]'],
      ['wait [notice]', '[notice]'],
      ['check again', '[move] Change the license of the group.'],
      ['elsewhere group säljare business premium'],
      ['elsewhere group lager business premium'],
      ['try again', '[move]'],
      ['wait [notice]', '[notice]'],
      ['check again', '[move] Everybody is moved'],
      ...toTheEnd('business standard'),
    ],
    after: (before) =>
      inOrder(
        before.map(({ assignments, ...user }) => ({
          ...user,
          assignments: assignments.map((one) =>
            one.skuId === businessStandard ? { ...one, skuId: businessPremium } : one,
          ),
        })),
      ),
  },
  {
    scenario: 'partial-failure',
    table: [
      ...toMoving('business premium', 58),
      ['all', '=move-users', '[move-plan] 57 users would move'],
      ['move them', '=move-plan', '[move]'],
      ['wait [notice]', '[notice]'],
      ['check again', '[move] 46 of 58 users have moved'],
      ['back', '[manual-change] 12 users are still on the old plan'],
      ['elsewhere time +2h'],
      ['move them', '[move-users]'],
      ['all', '=move-users', '[move-plan] 12 users would move'],
      ['move them', '=move-plan', '[move]'],
      ['wait [notice]', '[notice]'],
      ['check again', '[move] Everybody is moved'],
      ...toTheEnd('business standard'),
    ],
    after: (before) =>
      allMoved(toPremium)(before).map((user) => ({ ...user, usageLocation: 'SE' })),
  },
  {
    scenario: 'duplicate-product',
    table: [
      ['upgrade', '[products]'],
      ['1', '=products', '[diagnosis]'],
      ['merge them', '=diagnosis', '[change-plan]'],
      ['begin', '=change-plan', 'I keep the checklist', '[manual-change] Step 3 of 3'],
      ['elsewhere cancel business standard'],
      ['done', '[manual-change] This change is complete'],
    ],
    after: inOrder,
  },
];

export const bigTenant: Course = {
  scenario: 'big-tenant',
  table: [
    ...toMoving('microsoft 365 e5', 10_000),
    ['all', '=move-users', '[move-plan]'],
    ['look check again', '[move-plan] 10,000 users would move'],
    // That it was ready may be told late.
    ['move them', '…'],
    ['meanwhile PT150S', '[notice] All users are moved'],
    ['check again', '[move] 10,000 of 10,000 users have moved'],
    ...toTheEnd('office 365 e3'),
  ],
  after: allMoved([office365E3, microsoft365E5]),
};

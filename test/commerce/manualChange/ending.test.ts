import assert from 'node:assert/strict';
import { type Ending, endingOf } from '../../../commerce/manualChange/ending.ts';
import type { BillingAccount } from '../../../commerce/model/account.ts';
import type { SoldSubscription } from '../../../commerce/model/subscription.ts';
import { owns } from './changes.ts';

const timeZone = 'Europe/Stockholm';
const [sold] = owns({ renewsOn: '2027-11-20', term: 'P1Y', billing: 'monthly', prepaid: false });

const cases: [
  name: string,
  agreement: BillingAccount['agreement'],
  subscription: Partial<SoldSubscription>,
  now: string,
  expected: Partial<Ending>,
][] = [
  [
    'older account, up to 25 licences',
    'MOSA',
    { quantity: 25 },
    '2026-11-23T12:00:00Z',
    { rule: 'byDay', online: true },
  ],
  [
    'older account, more',
    'MOSA',
    { quantity: 26 },
    '2026-11-23T12:00:00Z',
    { rule: 'byDay', online: false },
  ],
  [
    'newer account, to the last moment of the window',
    'MCA',
    {},
    '2026-11-26T22:59:59Z',
    { rule: 'inWindow', until: '2026-11-26T23:00:00Z' },
  ],
  [
    'newer account, after it',
    'MCA',
    {},
    '2026-11-26T23:00:00Z',
    { rule: 'windowOver', owedToEnd: true },
  ],
  [
    'newer account, after it, month to month',
    'MCA',
    { term: 'P1M', renewsOn: '2026-12-01' },
    '2026-11-26T23:00:00Z',
    { rule: 'windowOver', owedToEnd: false },
  ],
  [
    'newer account, renewal not known',
    'MCA',
    { renewsOn: 'unknown' },
    '2026-11-23T12:00:00Z',
    { rule: 'unknown' },
  ],
  ['account not known', 'unknown', {}, '2026-11-23T12:00:00Z', { rule: 'unknown' }],
  ['sold by a partner', 'MCA', { soldBy: 'partner' }, '2026-11-23T12:00:00Z', { rule: 'partner' }],
  ['partner agreement', 'CSP', {}, '2026-11-23T12:00:00Z', { rule: 'partner' }],
  [
    'paid in advance',
    'MOSA',
    { prepaid: true },
    '2026-11-23T12:00:00Z',
    { rule: 'byDay', prepaid: true },
  ],
];

describe('How an old plan is ended (R31, R115, R116)', () => {
  for (const [name, agreement, given, now, expected] of cases) {
    it(name, () => {
      const ending = endingOf({ ...sold!, ...given }, { agreement }, now, timeZone);
      assert.partialDeepStrictEqual(ending, expected);
    });
  }
});

import assert from 'node:assert/strict';
import {
  eligibilitiesSchema,
  eligibleItems,
  refusalsIn,
} from '../../../microsoft/partnerCenter/eligibilities.ts';

const item = 'CFQ7TTC0KZCR:0001:CFQ7TTC0K71H';
const withLicences = 'transition_with_license_transfer';
const detail = (isEligible: boolean, transitionType = withLicences, errors: object[] = []) => ({
  isEligible,
  transitionType,
  errors,
});
const read = (...items: { eligibilities: object[]; catalogItemId?: string }[]) =>
  eligibilitiesSchema.parse({
    totalCount: items.length,
    items: items.map((one) => ({ catalogItemId: item, title: 'T', quantity: 1, ...one })),
  });
const refusedWith = (...errors: object[]) =>
  refusalsIn(read({ eligibilities: [detail(false, withLicences, errors)] })).map(
    ({ code }) => code,
  );

describe('what Partner Center says that a subscription may be upgraded to', () => {
  it('is offered where it takes the users along', () => {
    const answer = read({ eligibilities: [detail(true, 'transition_only'), detail(true)] });
    assert.deepEqual(eligibleItems(answer), [item]);
    assert.deepEqual(refusalsIn(answer), []);
  });

  it('is not offered where it would leave them behind', () => {
    const answer = read({ eligibilities: [detail(true, 'transition_only'), detail(false)] });
    assert.deepEqual(eligibleItems(answer), []);
  });

  it('is no refusal as long as anything is offered', () => {
    const conflict = [{ code: 3, description: 'Conflict.' }];
    const answer = read(
      { eligibilities: [detail(false, withLicences, conflict)] },
      { eligibilities: [detail(true)] },
    );
    assert.deepEqual(refusalsIn(answer), []);
  });

  it('is read in mixed case, with blanks', () => {
    const answer = eligibilitiesSchema.parse({
      Items: [
        {
          CatalogItemId: item.toLowerCase(),
          Eligibilities: [
            { IsEligible: true, TransitionType: 'Transition_With_License_Transfer ' },
          ],
        },
      ],
    });
    assert.deepEqual(eligibleItems(answer), [item]);
  });

  const numbers = [
    'Other',
    'DelegatedAdminPermissionsDisabled',
    'SubscriptionStatusNotActive',
    'ConflictingServiceTypes',
    'ConcurrencyConflicts',
    'UserContextRequired',
    'SubscriptionAddOnsPresent',
    'SubscriptionDoesNotHaveAnyTransitionedPaths',
    'SubscriptionTargetOfferNotFound',
    'SubscriptionNotProvisioned',
    'OfferDoesNotSupportBillingCycle',
    'ConversionsNotFound',
    'UserLicenseError',
  ];
  for (const [code, name] of numbers.entries()) {
    it(`is refused by a number, as a number or a text: ${code} is ${name}`, () => {
      assert.deepEqual(refusedWith({ code, description: 'No.' }), [name]);
      assert.deepEqual(refusedWith({ code: String(code), description: 'No.' }), [name]);
    });
  }

  for (const [description, name] of [
    [
      'Subscription cannot be Transitioned - source subscription is not active.',
      'SubscriptionStatusNotActive',
    ],
    [
      'Subscription cannot be Transitioned - source subscription is not provisioned yet.',
      'SubscriptionNotProvisioned',
    ],
    [
      'Transition type is not compatible - AzureAD subscription mapping is required.',
      'NotEligible',
    ],
    [
      'Transition type is not compatible - conflicting subscriptions for license transfer exist.',
      'ConflictingServiceTypes',
    ],
    ['Something else.', 'Other'],
  ] as const) {
    it(`is refused by a text where the code says nothing: ${name}`, () => {
      for (const code of [0, null, undefined]) {
        assert.deepEqual(refusedWith({ code, description }), [name]);
      }
    });
  }

  it('is refused by a code that is new, in its words, each code once', () => {
    const error = { code: 900999, description: 'Not today.' };
    const answer = read(
      { eligibilities: [detail(false, withLicences, [error])] },
      { eligibilities: [detail(false, withLicences, [error, { code: 'New' }])] },
    );
    assert.deepEqual(refusalsIn(answer), [
      { code: '900999', description: 'Not today.' },
      { code: 'New', description: '' },
    ]);
  });
});

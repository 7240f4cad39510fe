import assert from 'node:assert/strict';
import { statusOf, transitionSchema } from '../../../microsoft/partnerCenter/transitions.ts';

const at = '2021-01-08T18:01:14.7488618Z';
const event = (name: string, status: string, rest: object = {}) => ({
  name,
  status,
  timestamp: at,
  ...rest,
});
const read = (events: object[], rest: object = {}) =>
  transitionSchema.parse({
    FromCatalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT',
    ToCatalogItemId: 'CFQ7TTC0LF8S:0001:CFQ7TTC0K9G9',
    quantity: 1,
    transitionType: 'transition_with_license_transfer',
    Events: events,
    attributes: { objectType: 'Transition' },
    ...rest,
  });

const started = event('Conversion', 'Started ');
const converted = event('conversion', 'COMPLETED');
const id = 'subscription-1';

describe('a transition of Partner Center', () => {
  for (const [what, events, expected] of [
    [
      'as the documentation shows it, with a blank behind its status',
      [started],
      { phase: 'provisioning' },
    ],
    ['without any event', [], { phase: 'provisioning' }],
    [
      'in progress by the older word',
      [event('Conversion', 'InProgress')],
      { phase: 'provisioning' },
    ],
    [
      'in a status that is new',
      [started, event('Conversion', 'Paused')],
      { phase: 'provisioning' },
    ],
    [
      'with an event that is new',
      [event('Audit', 'Completed'), started],
      { phase: 'provisioning' },
    ],
    [
      'converted, in any case',
      [started, converted],
      { phase: 'reassigning', newSubscriptionId: id },
    ],
    [
      'whose users are being moved',
      [converted, event('LicenseReassignment', 'Started ')],
      { phase: 'reassigning', newSubscriptionId: id },
    ],
    [
      'whose users were moved, by one name',
      [
        converted,
        event('LicenseReassignment', 'Started '),
        event('LicenseReassignment', 'Completed'),
      ],
      { phase: 'completed', newSubscriptionId: id },
    ],
    [
      'whose users were moved, by the other name',
      [converted, event('SeatReassignment', 'completed ')],
      { phase: 'completed', newSubscriptionId: id },
    ],
    [
      'whose users were not moved',
      [converted, event('LicenseReassignment', 'Failed', { errors: [{ code: '60000' }] })],
      { phase: 'completedWithUserErrors', newSubscriptionId: id },
    ],
    [
      'that failed, with its code',
      [started, event('Conversion', 'Failed', { Errors: [{ Code: 900114, Description: 'No' }] })],
      { phase: 'failed', code: '900114' },
    ],
    [
      'that failed, and nobody says why',
      [event('Conversion', 'failed')],
      { phase: 'failed', code: 'ConversionFailed' },
    ],
  ] as const) {
    it(`is understood ${what}`, () => {
      assert.deepEqual(statusOf(read([...events]), id), expected);
    });
  }

  it('is over with its conversion where no users were to be moved', () => {
    const alone = read([converted], { transitionType: 'Transition_Only ' });
    assert.deepEqual(statusOf(alone, id), { phase: 'completed', newSubscriptionId: id });
  });

  it('names another subscription where there is one', () => {
    const partial = read([converted], { toSubscriptionId: 'subscription-2' });
    assert.equal(statusOf(partial, id).newSubscriptionId, 'subscription-2');
  });
});

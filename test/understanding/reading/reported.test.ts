import assert from 'node:assert/strict';
import { ordersIn } from '../../../understanding/parts/ordersIn.ts';
import { partsOf } from '../../../understanding/parts.ts';
import { consents } from '../../../understanding/reading/consent/consent.ts';
import { unreported } from '../../../understanding/reading/quotations.ts';

const cases: Record<string, string> = {
  "Customer writes: 'Premium, 27'": 'Premium, 27',
  'my client says "move us to E5"': 'move us to E5',
  'Relaying: how many can we have': 'how many can we have',
  "They say 'not the yearly payment'. Premium, 26.": 'not the yearly payment. Premium, 26.',
  "we don't need 12 months' notice": "we don't need 12 months' notice",
};

describe('What somebody passes on', () => {
  for (const [text, said] of Object.entries(cases)) {
    it(`is heard as if it were typed: ${text}`, () => assert.equal(unreported(text), said));
  }
});

describe('A yes that somebody passes on', () => {
  for (const text of [
    "customer confirms: 'yes, go ahead and order it'",
    'my boss says: place the order',
    'my boss replied: place the order',
    'Anna: place the order',
  ]) {
    it(`orders nothing: ${text}`, () => assert.equal(partsOf(text).some(ordersIn), false));
  }
});

describe('Who agreed to an order', () => {
  for (const text of [
    'nobody has approved. place the order',
    'only half approved. place the order',
    'after it is approved, place the order',
    'provided she has agreed, place the order',
  ]) {
    it(`is no yes with a condition: ${text}`, () => assert.equal(consents(text), false));
  }
  for (const text of ['No objections. Place the order.', 'The council has agreed. Order it.']) {
    it(`is said beside a yes: ${text}`, () => assert.equal(consents(text), true));
  }
});

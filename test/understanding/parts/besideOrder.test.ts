import assert from 'node:assert/strict';
import { ordersIn } from '../../../understanding/parts/ordersIn.ts';
import { partsOf } from '../../../understanding/parts.ts';

const orders = (text: string): boolean => partsOf(text).some((part) => ordersIn(part));

describe('A yes to an order, with something else in the message', () => {
  for (const text of [
    "Go ahead, our bank has blocked that card, I've got a fresh one to put in",
    'Place the order. We moved to Harbour Street 12 in May, the company address on there is the old one.',
    'Go ahead. Could somebody from your team ring me before anything gets charged?',
    'Go ahead and take back the order I placed this morning',
    'Go ahead. What would that phrase do here, would I be charged at once?',
    'Beställ. Innan dess: sitter vi fast hela året?',
    'Kör på, kortet som står där tillhörde förra ägaren, vårt ska in',
    'kör på, va, Lasse? han ska läsa det här ikväll och säga sitt',
  ]) {
    it(`orders nothing where that comes first: "${text}"`, () => assert.equal(orders(text), false));
  }
  for (const text of [
    'submit the order. When does the first invoice reach us?',
    'yes go ahead, when will people notice the change?',
    'beställ, och när märker folk av bytet?',
    'order it, and please have someone from your side ring me about the rollout',
  ]) {
    it(`orders, and hears the other as well: "${text}"`, () => assert.equal(orders(text), true));
  }
});

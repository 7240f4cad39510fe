/** The beginnings of many talks. */
import type { Exchange } from './transcript.ts';

export const toPlans: readonly Exchange[] = [['upgrade', '', '', '[plans]']];

export const toConfigure: readonly Exchange[] = [
  ...toPlans,
  ['business premium', '=plans', '[configure]'],
];

export const toReview: readonly Exchange[] = [...toConfigure, ['next', '=configure', '[review]']];

/** The same for the other plan that most of the products can become. */
export const toReviewOfE3: readonly Exchange[] = [
  ...toPlans,
  ['microsoft 365 e3', '=plans', '[configure]'],
  ['next', '=configure', '[review]'],
];

/** An order that waits for its credit check, and has said so. */
export const toCreditCheck: readonly Exchange[] = [
  ['scenario credit-check', ''],
  ...toReview,
  ['place order', '=review', '[order]'],
  ['wait [notice]', '[notice]'],
];

/** An order whose credit check has turned it down, and that has said so. */
export const toDeclined: readonly Exchange[] = [
  ['scenario credit-declined', ''],
  ...toReviewOfE3,
  ['place order', '=review', '[order]'],
  ['wait [notice]', '[notice]'],
  ['time +2d', ''],
  ['wait [notice]', '[notice]'],
];

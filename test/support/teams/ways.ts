/** The beginnings of many talks. */
import type { Exchange } from './transcript.ts';

export const toReview: readonly Exchange[] = [
  ['upgrade', '', '', '[plans]'],
  ['business premium', '=plans', '[configure]'],
  ['next', '=configure', '[review]'],
];

/** An order that waits for its credit check, and has said so. */
export const toCreditCheck: readonly Exchange[] = [
  ['scenario credit-check', ''],
  ...toReview,
  ['place order', '=review', '[order]'],
  ['wait [notice]', '[notice]'],
];

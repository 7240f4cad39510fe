import type { Facts } from './facts.ts';
import type { Reason } from './reason.ts';

/** Judges one thing: the reason if it stands in the way, undefined if it doesn't. Pure. */
export type Rule = (facts: Facts) => Reason | undefined;

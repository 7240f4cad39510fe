/** The things that wait and owe people notices, a line each; the key names the collection. */
import { waitingOrder } from '../../commerce/order/waitingOrder.ts';
import type { WaitingKind } from '../../commerce/ports/waitingKind.ts';
import { waitingWatch } from '../../commerce/watch/waitingWatch.ts';

export const waitingKinds = {
  orders: waitingOrder,
  watches: waitingWatch,
};

export type WaitingName = keyof typeof waitingKinds;
export type WaitingDocument<Name extends WaitingName> =
  (typeof waitingKinds)[Name] extends WaitingKind<infer T> ? T : never;

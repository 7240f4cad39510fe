/** Whether a text orders what is shown: a clear yes alone, or with a reason beside it. */
import { seemsToOrder } from '../intents/meant.ts';
import { understand } from '../understand.ts';

/** @param text as typed. `place it`, `yes, buy it, the board agreed last night` */
export function ordersIn(text: string): boolean {
  const { consents, ordersBesides } = understand(text);
  return consents || (ordersBesides && seemsToOrder(text));
}

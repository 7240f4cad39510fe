/** All users that an upgrade did not move, as text, since a card can't carry files. */
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs';
import { visibleOrder } from '../../commerce/access/visibleOrders.ts';
import { failureListOf } from '../../commerce/diagnosis/userList.ts';
import type { Services } from '../step/services.ts';
import type { Turn } from '../step/turn.ts';

/** The step that waits goes on waiting. */
export async function listFailures(
  services: Pick<Services, 'orders' | 'seller' | 'directory'>,
  turn: Turn,
): Promise<DialogTurnResult> {
  const order = await visibleOrder(services, turn, turn.intent.subject?.orderId);
  const { failures } = order.users;
  const { csv, told } = failureListOf(failures);
  const values = { told: turn.l.number(told), n: turn.l.number(failures.length) };
  await turn.say('dialogs.order.failures', values);
  await turn.sayVerbatim(csv);
  return Dialog.EndOfTurn;
}

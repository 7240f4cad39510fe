/** All users that an upgrade did not move, as text, since a card can't carry files. */
import { type VisibleOrdersSources, visibleOrder } from '../../commerce/access/visibleOrders.ts';
import { failureListOf } from '../../commerce/diagnosis/userList.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';

export type FailuresNeeds = VisibleOrdersSources;

export class FailuresDialog extends OneTurnDialog<FailuresNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<undefined> {
    const order = await visibleOrder(this.needs, turn, subject.orderId);
    const { failures } = order.users;
    const { csv, told } = failureListOf(failures);
    const values = { told: turn.l.number(told), n: turn.l.number(failures.length) };
    await turn.say('dialogs.order.failures', values);
    await turn.sayVerbatim(csv);
  }
}

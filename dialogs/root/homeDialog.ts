/** The open conversation: what can be done here. */
import { homeCard } from '../../cards/root/homeCard.ts';
import { type VisibleOrdersSources, visibleOrders } from '../../commerce/access/visibleOrders.ts';
import type { Approvals } from '../../commerce/approval/approvals.ts';
import { isFinal } from '../../commerce/model/order.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import { knownNow } from '../step/knownNow.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';

export interface HomeNeeds extends VisibleOrdersSources {
  approvals: Pick<Approvals, 'openFor'>;
  directory: Pick<Directory, 'organisation' | 'roles'>;
}

export class HomeDialog extends OneTurnDialog<HomeNeeds> {
  protected override async run({ turn }: Begun): Promise<undefined> {
    const [organisation, orders, approvals] = await Promise.all([
      this.needs.directory.organisation(turn.tenantId),
      visibleOrders(this.needs, turn),
      knownNow(this.needs.approvals.openFor(turn)),
    ]);
    const count = approvals?.length ?? 0;
    if (count > 0) await turn.say('dialogs.approval.waiting', { count, n: turn.l.number(count) });
    const openOrders = orders.filter((order) => !isFinal(order)).length;
    await turn.show('home', { subject: {}, forAll: true }, (context) =>
      homeCard({ organisation: organisation.name, openOrders }, context),
    );
  }
}

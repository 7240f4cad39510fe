/** The open conversation: what can be done here. */
import { homeCard } from '../../cards/root/homeCard.ts';
import { type VisibleOrdersSources, visibleOrders } from '../../commerce/access/visibleOrders.ts';
import { isFinal } from '../../commerce/model/order.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';

export interface HomeNeeds extends VisibleOrdersSources {
  directory: Pick<Directory, 'organisation' | 'roles'>;
}

export class HomeDialog extends OneTurnDialog<HomeNeeds> {
  protected override async run({ turn }: Begun): Promise<undefined> {
    const [organisation, orders] = await Promise.all([
      this.needs.directory.organisation(turn.tenantId),
      visibleOrders(this.needs, turn),
    ]);
    const openOrders = orders.filter((order) => !isFinal(order)).length;
    await turn.show('home', { subject: {}, forAll: true }, (context) =>
      homeCard({ organisation: organisation.name, openOrders }, context),
    );
  }
}

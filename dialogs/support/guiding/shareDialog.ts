/** The customer shows an agent what was asked for, or does not. */
import { visibleOrders } from '../../../commerce/access/visibleOrders.ts';
import { subscriptionsOf } from '../../../commerce/licences/subscriptionsOf.ts';
import type { Order } from '../../../commerce/model/order.ts';
import type { Directory } from '../../../commerce/ports/directory.ts';
import type { Seller } from '../../../commerce/ports/seller.ts';
import { examinedIn, type SupportCase } from '../../../commerce/support/case.ts';
import type { Cases } from '../../../commerce/support/cases.ts';
import type { Shareable } from '../../../commerce/support/parts/push.ts';
import { type Situation, snapshotOf } from '../../../commerce/support/parts/snapshot.ts';
import { askedBy } from '../../../commerce/support/pushing.ts';
import { type Begun, OneTurnDialog } from '../../step/oneTurnDialog.ts';
import type { Turn } from '../../step/turn.ts';
import type { SituationNeeds } from '../situation.ts';

export interface ShareNeeds extends Omit<SituationNeeds, 'quoting' | 'seller' | 'directory'> {
  cases: Cases;
  seller: Pick<Seller, 'subscriptions' | 'billingAccount'>;
  directory: Pick<Directory, 'assignedLicences' | 'roles'>;
}

export class ShareDialog extends OneTurnDialog<ShareNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<undefined> {
    const { cases } = this.needs;
    const { found } = await cases.see(turn, subject.caseId);
    const asked = askedBy(found, subject.messageId);
    const answer = turn.intent.verb === 'case.share' ? 'shown' : 'kept';
    const look =
      asked && answer === 'shown'
        ? { what: asked.what, snapshot: snapshotOf(await this.#seen(turn, found, asked.what)) }
        : undefined;
    const isDone = asked !== undefined && (await cases.answer(turn, subject, answer, look));
    const told = isDone ? answer : 'notAsked';
    await turn.close(['case-ask'], turn.l.t(`dialogs.outcome.${told}`));
    await turn.say(`dialogs.case.${told}`, { reference: found.id });
    turn.keep();
  }

  /** With the rights of who shows it. */
  async #seen(turn: Turn, found: SupportCase, what: Shareable): Promise<Situation> {
    if (what === 'order') return { order: await this.#order(turn, found) };
    if (what === 'licences') {
      turn.owned ??= subscriptionsOf(this.needs, turn.tenantId);
      return { owned: await turn.owned };
    }
    const examined = examinedIn(found);
    return examined === undefined ? {} : { facts: await this.needs.factsOf(turn, examined) };
  }

  /** The one that the case is about, else the newest of its subscription, else the newest. */
  async #order(turn: Turn, { about, ...found }: SupportCase): Promise<Order | undefined> {
    const orders = await visibleOrders(this.needs, turn);
    const examined = examinedIn({ about, ...found });
    return (
      orders.find(({ id }) => id === about.orderId) ??
      orders.find(({ subscriptionId }) => subscriptionId === examined) ??
      orders[0]
    );
  }
}

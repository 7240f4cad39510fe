/** Orders and watches, at any point of the conversation: look, withdraw, mute, stop. */

import { type Opening, SubFlow } from '../step/subFlow.ts';
import type { Intent } from '../step/turn.ts';
import { FailuresDialog, type FailuresNeeds } from './failuresDialog.ts';
import { MuteDialog, type MuteNeeds } from './muteDialog.ts';
import { OrderDialog, type OrderNeeds } from './orderDialog.ts';
import { PageDialog, type PageNeeds } from './pageDialog.ts';
import { PlacedDialog, type PlacedNeeds } from './placedDialog.ts';
import { PurchaseDialog, type PurchaseNeeds } from './purchaseDialog.ts';
import { orderAsked, StatusDialog, type StatusNeeds } from './statusDialog.ts';
import { StopWatchDialog, type StopWatchNeeds } from './stopWatchDialog.ts';
import { WithdrawDialog, type WithdrawNeeds } from './withdrawDialog.ts';

export type OrdersNeeds = FailuresNeeds &
  MuteNeeds &
  OrderNeeds &
  PageNeeds &
  PlacedNeeds &
  PurchaseNeeds &
  StatusNeeds &
  StopWatchNeeds &
  WithdrawNeeds;

export class OrdersDialog extends SubFlow {
  static readonly commands = {
    withdraw: 'withdraw',
    mute: 'mute',
    unmute: 'unmute',
    'purchase.placed': 'purchase-placed',
    'purchase.instead': 'purchase-instead',
    status: 'status',
  };

  constructor(needs: OrdersNeeds) {
    const steps = [
      new OrderDialog('order', needs),
      new StatusDialog('status', needs),
      new WithdrawDialog('withdraw', needs),
      new MuteDialog('mute', true, needs),
      new MuteDialog('unmute', false, needs),
      new StopWatchDialog('stop-watch', needs),
      new FailuresDialog('failures', needs),
      new PageDialog('page', needs),
      new PlacedDialog('placed', needs),
      new PurchaseDialog('purchase-placed', 'placed', needs),
      new PurchaseDialog('purchase-instead', 'instead', needs),
    ];
    super('orders', steps, {
      commands: OrdersDialog.commands,
      verbs: {
        'status.show': 'status',
        'order.refresh': 'order',
        'order.withdraw': 'withdraw',
        'order.list': 'failures',
        'order.page': 'page',
        'purchase.placed': 'purchase-placed',
        'purchase.instead': 'purchase-instead',
        'notice.mute': 'mute',
        'watch.stop': 'stop-watch',
      },
    });
  }

  override hears(text: string): Opening | undefined {
    const opening = super.hears(text);
    if (opening) return opening;
    return orderAsked(text) === undefined ? undefined : { step: 'status', said: text };
  }

  /** A review that was answered before orders nothing; what it has ordered is shown. */
  override pressed(intent: Intent): string | undefined {
    const { answered, verb } = intent;
    if (answered && (verb === 'order.place' || verb === 'order.abandon')) return 'placed';
    return super.pressed(intent);
  }
}

/** From the product to the confirmed quote, then on to the order. */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { isWish } from '../../understanding/wish.ts';
import { type Opening, SubFlow, type SubFlowOptions } from '../step/subFlow.ts';
import { turnOf } from '../step/turn.ts';
import { ComparisonDialog, type ComparisonNeeds } from './comparisonDialog.ts';
import { ConfigureDialog, type ConfigureNeeds } from './configureDialog.ts';
import { DiagnosisDialog, type DiagnosisNeeds } from './diagnosisDialog.ts';
import { AdminCenterDialog, type AdminCenterNeeds } from './direct/adminCenterDialog.ts';
import { ForfeitDialog, type ForfeitNeeds } from './forfeitDialog.ts';
import { PlansDialog, type PlansNeeds } from './plansDialog.ts';
import { ProductsDialog, type ProductsNeeds } from './productsDialog.ts';
import { ChangeItemsDialog } from './review/changeItemsDialog.ts';
import { ChangePaymentDialog, type ChangePaymentNeeds } from './review/changePaymentDialog.ts';
import { ChangeSoldToDialog } from './review/changeSoldToDialog.ts';
import type { ChangeNeeds } from './review/changeStep.ts';
import { ReviewDialog, type ReviewNeeds } from './review/reviewDialog.ts';

export type UpgradeNeeds = ProductsNeeds &
  DiagnosisNeeds &
  PlansNeeds &
  ComparisonNeeds &
  ConfigureNeeds &
  AdminCenterNeeds &
  ForfeitNeeds &
  ReviewNeeds &
  ChangeNeeds &
  ChangePaymentNeeds;

export class UpgradeDialog extends SubFlow {
  static readonly commands = { upgrade: 'start' };

  constructor(needs: UpgradeNeeds) {
    const steps = [
      new ProductsDialog('products', needs),
      new DiagnosisDialog('diagnosis', needs),
      new PlansDialog('plans', needs),
      new ComparisonDialog('comparison', needs),
      new ConfigureDialog(needs),
      new AdminCenterDialog('admin-center', needs),
      new ForfeitDialog('forfeit', needs),
      new ReviewDialog('review', needs),
      new ChangeSoldToDialog('change-soldto', needs),
      new ChangePaymentDialog('change-payment', needs),
      new ChangeItemsDialog(needs),
    ];
    super('upgrade', steps, {
      commands: UpgradeDialog.commands,
      verbs: { 'upgrade.start': 'start' },
    });
  }

  /** What is said beside the command counts: which plan, how many, how to pay. */
  override hears(text: string): Opening | undefined {
    const opening = super.hears(text);
    return opening && { ...opening, said: opening.said || text };
  }

  override wishedBy(text: string, meant: string | undefined): boolean {
    const isOther = meant === 'question' || meant?.startsWith('change.');
    return meant === 'upgrade' || (!isOther && isWish(text));
  }

  protected override onBeginDialog(
    innerDC: DialogContext,
    options: SubFlowOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    if (options.step !== 'start') return super.onBeginDialog(innerDC, options);
    const { card, subject } = turnOf(innerDC.context).intent;
    // The notice that the way is free is about one subscription: nobody is asked which.
    if (card === 'notice' && (subject?.watchId || subject?.moveId)) {
      const { subscriptionId } = subject;
      return innerDC.beginDialog('diagnosis', { subject: { subscriptionId } });
    }
    return innerDC.beginDialog('products', { ...options, subject: {} });
  }
}

/** The admin orders in the admin center; here it is seen whether the new licences have come. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { adminCenterCard } from '../../../cards/upgrade/adminCenterCard.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { quantitySchema } from '../../../commerce/base/wholeNumber.ts';
import { purchaseBounds } from '../../../commerce/checkout/purchase.ts';
import { boughtLicences } from '../../../commerce/licences/boughtLicences.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { purchaseTermsSchema } from '../../../commerce/model/terms.ts';
import type { Seller } from '../../../commerce/ports/seller.ts';
import { match } from '../../../understanding/phrases.ts';
import type { FactsOfTurn } from '../../step/factsOfTurn.ts';
import { planName } from '../../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';

export interface AdminCenterNeeds extends StepNeeds {
  factsOf: FactsOfTurn;
  catalog: Pick<Catalog, 'find'>;
  seller: Pick<Seller, 'subscriptions'>;
}

const memorySchema = z.object({
  purchase: purchaseTermsSchema.extend({ quantity: quantitySchema }),
  /** Licences of the new plan before. */
  before: z.int().nonnegative(),
});

export class AdminCenterDialog extends StepDialog<AdminCenterNeeds> {
  protected override async present({ turn, subject, memory }: Place): Promise<void> {
    const { purchase } = memorySchema.parse(memory);
    const { catalog } = this.needs;
    const facts = await this.needs.factsOf(turn, subject.subscriptionId);
    const { options } = purchaseBounds(catalog, facts, subject.targetSkuId);
    const price = options.find(
      ({ term, billing }) => term === purchase.term && billing === purchase.billing,
    )?.price;
    if (!price) throw new UpgraderaError('price.unknown', subject.targetSkuId);
    const view = {
      sourceName: planName(catalog, facts.subscription.skuId, turn.l),
      targetName: planName(catalog, subject.targetSkuId ?? '', turn.l),
      purchase,
      price,
    };
    await turn.show('admin-center', { subject }, (context) => adminCenterCard(view, context));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { verb, text } = turn.intent;
    if (verb ? verb === 'plan.back' : match(text, 'back') !== undefined) {
      await turn.close(['admin-center'], turn.l.t('dialogs.outcome.back'));
      return step.go('plans', { subscriptionId: subject.subscriptionId });
    }
    const checks = verb ? verb === 'purchase.check' : match(text, 'recheck') !== undefined;
    return checks ? this.#check(step) : this.hint(step, 'dialogs.adminCenter.hint');
  }

  /** What was bought shows in the directory some minutes later: until then nothing is concluded. */
  async #check(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { targetSkuId = '' } = subject;
    const { before } = memorySchema.parse(step.memory);
    const now = boughtLicences(await this.needs.seller.subscriptions(turn.tenantId), targetSkuId);
    const plan = planName(this.needs.catalog, targetSkuId, turn.l);
    if (now <= before) {
      await turn.say('dialogs.adminCenter.notYet', { plan });
      return step.stay();
    }
    await turn.close(['admin-center'], turn.l.t('dialogs.outcome.arrived', { plan }));
    await turn.say('dialogs.adminCenter.there', { plan, n: turn.l.number(now - before) });
    return step.end();
  }
}

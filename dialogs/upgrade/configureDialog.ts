/** How many licences, for how long, paid how often? */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { configureCard } from '../../cards/upgrade/configureCard.ts';
import { problemWith, type Selection, usualPurchase } from '../../commerce/checkout/purchase.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { understand } from '../../understanding/understand.ts';
import { planName } from '../step/planName.ts';
import type { Place, Step } from '../step/stepDialog.ts';
import type { Form } from './configureForm.ts';
import { type PurchaseNeeds, PurchaseStep } from './purchaseStep.ts';
import { stepFor } from './stepFor.ts';
import { inOneLine, keepSound, keptIn, wantedKept, wantedSoFar, withWanted } from './wanted.ts';

export interface ConfigureNeeds extends PurchaseNeeds {
  seller: Pick<Seller, 'capabilities'>;
}

export class ConfigureDialog extends PurchaseStep<ConfigureNeeds> {
  constructor(needs: ConfigureNeeds) {
    super('configure', needs, configureCard);
  }

  /** What was said on the way here counts: a review of just that, when nothing is missing. */
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { memory } = step;
    if (memory.wanted === undefined) return super.enter(step);
    const wanted = wantedKept(memory.wanted);
    delete memory.wanted;
    const { facts, form } = await this.form(step);
    const filledIn = { ...usualPurchase(form, facts), ...keptIn(step) };
    const terms = wanted.terms ?? this.termsKnown(step);
    const complete = { ...wanted, ...(terms ? { terms } : {}) };
    const purchase = withWanted(filledIn, complete);
    const isWhole = wanted.unclear.length === 0 && terms !== undefined;
    if (
      isWhole &&
      (wanted.quantity ?? memory.quantity) !== undefined &&
      !problemWith(form, purchase)
    ) {
      // `Premium for 30, yearly, provided the price stays`
      if (understand(step.turn.intent.text).stops) {
        keepSound(memory, wanted.quantity, terms, undefined);
        await this.present(step);
        await step.turn.say('dialogs.hold');
        return step.stay();
      }
      const plan = planName(this.needs.catalog, step.subject.targetSkuId ?? '', step.turn.l);
      await step.turn.say('dialogs.understood', { plan, what: inOneLine(step.turn.l, purchase) });
      return this.proceed(step, facts, purchase);
    }
    const { quantity } = wanted;
    const problem = problemWith(form, purchase);
    keepSound(memory, quantity, terms, problem);
    await this.present(step);
    const says = quantity !== undefined || wanted.unclear.length > 0 || problem !== undefined;
    return says ? this.takeWanted(step, facts, form, filledIn, wanted) : step.stay();
  }

  protected override async filledIn(_place: Place, form: Form, facts: Facts): Promise<Selection> {
    return usualPurchase(form, facts);
  }

  /** Said before, on the way here or in this step. */
  protected override termsKnown(place: Place): PurchaseTerms | undefined {
    const { term, billing } = keptIn(place);
    return term && billing ? { term, billing } : undefined;
  }

  protected override back(step: Step): Promise<DialogTurnResult> {
    const wanted = wantedSoFar(step);
    return step.go('plans', { subscriptionId: step.subject.subscriptionId }, { wanted });
  }

  protected override async proceed(
    step: Step,
    facts: Facts,
    purchase: Selection,
  ): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { seePurchase } = await this.needs.seller.capabilities(
      turn.tenantId,
      facts.subscription.id,
    );
    if (seePurchase) {
      // What is upgraded there may be gone before anybody answers here: no subject.
      const { subscriptionId, targetSkuId } = subject;
      return step.go(
        'admin-center',
        {},
        { purchase: { ...purchase, subscriptionId, targetSkuId } },
      );
    }
    const wish = { ...purchase, targetSkuId: subject.targetSkuId ?? '' };
    const quote = await this.needs.quoting.quote(turn.tenantId, facts, wish);
    return step.go(stepFor(quote), { ...subject, quoteId: quote.id });
  }
}

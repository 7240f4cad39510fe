/** Quantity, term and billing: what may be answered, and what is wrong with an answer. */
import type { ConfigureView } from '../../cards/upgrade/itemsForm.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { seatsElsewhere } from '../../commerce/catalog/seatsElsewhere.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import { money } from '../../commerce/model/money.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import { minimumQuantity } from '../../commerce/quote/minimumQuantity.ts';
import type { Services } from '../step/services.ts';
import type { Turn } from '../step/turn.ts';
import { pricedTerms } from './planItems.ts';
import { planName } from './products.ts';

export interface Purchase extends PurchaseTerms {
  quantity: number;
}

export type Form = Omit<ConfigureView, 'quantity' | 'term' | 'billing' | 'problem'>;

/** What is wrong with an answer: a sentence, and the counts in it. */
export interface Problem {
  key: string;
  values: Record<string, number>;
}

/** @throws plan.unknown when the target is no longer one. */
export function formOf(
  services: Services,
  turn: Pick<Turn, 'l'>,
  facts: Facts,
  targetSkuId: string | undefined,
): Form {
  const target = facts.targets.targets.find(({ plan }) => plan.skuId === targetSkuId);
  if (!target) throw new UpgraderaError('plan.unknown', targetSkuId);
  const { seatCap } = target.plan;
  const taken = seatsElsewhere(
    facts.subscriptions,
    facts.subscription.id,
    services.catalog,
    target.plan,
  );
  return {
    sourceName: planName(services, facts.subscription.skuId, turn.l),
    targetName: target.plan.name,
    minimum: minimumQuantity(facts.subscription),
    ...(seatCap === undefined ? {} : { maximum: seatCap - taken }),
    options: pricedTerms(facts, target).map(({ term, billing, amount, assumed }) => ({
      term,
      billing,
      price: money(amount, facts.account.currency),
      assumed,
    })),
  };
}

/** What the form says before anybody answers: all present licences, bought as until now. */
export function defaultsOf(form: Form, facts: Facts): Purchase {
  const { term, billing } = facts.subscription;
  const same = form.options.find((option) => option.term === term && option.billing === billing);
  const option = same ?? form.options[0];
  if (!option) throw new UpgraderaError('price.unknown', form.targetName);
  return { quantity: form.minimum, term: option.term, billing: option.billing };
}

/** The first thing wrong with an answer (R51–R53). */
export function problemOf(form: Form, purchase: Purchase): Problem | undefined {
  const { quantity, term, billing } = purchase;
  if (quantity < form.minimum) {
    return { key: 'dialogs.configure.tooFew', values: { minimum: form.minimum } };
  }
  if (form.maximum !== undefined && quantity > form.maximum) {
    return { key: 'dialogs.configure.tooMany', values: { maximum: form.maximum } };
  }
  const sold = form.options.some((option) => option.term === term && option.billing === billing);
  return sold ? undefined : { key: 'dialogs.configure.notSold', values: {} };
}

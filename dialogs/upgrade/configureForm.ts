/** The questions about quantity, term and billing, as both cards show them. */
import type { ConfigureView } from '../../cards/upgrade/itemsForm.ts';
import { compare } from '../../commerce/catalog/targets.ts';
import { type PurchaseProblem, purchaseBounds } from '../../commerce/checkout/purchase.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName } from '../step/planName.ts';

export type Form = Omit<ConfigureView, 'quantity' | 'term' | 'billing' | 'problem'>;

/** A sentence, and the counts in it. */
export interface Problem {
  key: string;
  values: Record<string, number>;
}

/** @throws plan.unknown when the target is no longer one. */
export function formOf(
  catalog: Catalog,
  l: Localiser,
  facts: Facts,
  targetSkuId: string | undefined,
): Form {
  const bounds = purchaseBounds(catalog, facts, targetSkuId);
  const source = catalog.find(facts.subscription.skuId);
  const target = catalog.find(targetSkuId ?? '');
  return {
    sourceName: planName(catalog, facts.subscription.skuId, l),
    targetName: planName(catalog, targetSkuId ?? '', l),
    featuresLost: source && target ? compare(source, target).featuresLost : [],
    ...bounds,
  };
}

export function sentenceFor({ is, ...values }: PurchaseProblem): Problem {
  return { key: `dialogs.configure.${is}`, values };
}

/** Names of the plans that may be chosen, as far as that is known before anything is asked. */
import { isSold } from '../../commerce/catalog/questions.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import type { Turn } from '../step/turn.ts';
import { planItems } from './planItems.ts';
import { type OwnedProductsNeeds, productsOf } from './products.ts';

export interface PlansOnOfferNeeds extends OwnedProductsNeeds {
  factsOf: FactsOfTurn;
  catalog: Catalog;
  priceBook: PriceBook;
}

/** Those for the subscription that is talked about, or is the only one; else all that are sold. */
export function plansOnOffer(needs: PlansOnOfferNeeds) {
  return async (turn: Turn, subject: Subject): Promise<readonly string[]> => {
    const id = subject.subscriptionId ?? (await onlySubscription(needs, turn));
    if (id === undefined) return sold(needs);
    return planItems(await needs.factsOf(turn, id)).map(({ plan }) => plan.name);
  };
}

async function onlySubscription(needs: PlansOnOfferNeeds, turn: Turn): Promise<string | undefined> {
  const [first, second] = await productsOf(needs, turn);
  return second ? undefined : first?.subscription.id;
}

function sold(needs: PlansOnOfferNeeds): string[] {
  const names = needs.catalog.plans
    .filter(({ kind, segment }) => kind === 'base' && segment === 'commercial')
    .filter((plan) => isSold(plan, needs))
    .map(({ name }) => name);
  return [...new Set(names)];
}

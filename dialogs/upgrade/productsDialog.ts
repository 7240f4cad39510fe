/** Which subscription is to be upgraded? */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import { productsCard } from '../../cards/upgrade/productsCard.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { findByName } from '../../understanding/findByName.ts';
import type { Named } from '../../understanding/reading/named.ts';
import { pageAsked, pageOf } from '../step/paging.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';
import { type OwnedProductsNeeds, type Product, productsOf } from './products.ts';

export interface ProductsNeeds extends StepNeeds, OwnedProductsNeeds, TenantTimeNeeds {
  seller: Pick<Seller, 'subscriptions' | 'billingAccount'>;
}

export class ProductsDialog extends StepDialog<ProductsNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const products = await productsOf(this.needs, turn);
    const [first, second] = products;
    if (!first) {
      await turn.say('dialogs.products.none');
      return step.end();
    }
    if (!second) {
      await turn.say('dialogs.products.only', { plan: first.planName });
      return step.go('diagnosis', { subscriptionId: first.subscription.id }, memory);
    }
    const found = typeof memory.said === 'string' ? find(memory.said, products) : undefined;
    if (!found || found === 'several') return super.enter(step);
    return step.go('diagnosis', { subscriptionId: found.subscription.id });
  }

  protected override async present({ turn, memory }: Place): Promise<void> {
    const products = await productsOf(this.needs, turn);
    const choices = products.map(({ subscription }) => subscription.id);
    const draw = await this.#drawing(turn.tenantId, products, memory.page);
    await turn.show('products', { subject: {}, choices }, draw);
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { verb, choice, text } = turn.intent;
    const products = await productsOf(this.needs, turn);
    if (verb === 'product.page') {
      memory.page = choice;
      await turn.redraw(await this.#drawing(turn.tenantId, products, choice));
      return step.stay();
    }
    const asked = pageAsked(text, memory.page);
    if (asked !== undefined) {
      memory.page = pageOf(products, asked).page;
      await this.present(step);
      return step.stay();
    }
    const found =
      verb === 'product.choose'
        ? products.find(({ subscription }) => subscription.id === choice)
        : find(text, products, pageOf(products, memory.page).items);
    if (found && found !== 'several') return this.#choose(step, found);
    if (!found) return this.hint(step, 'dialogs.products.hint');
    await turn.say('dialogs.products.several');
    return step.stay();
  }

  async #choose(step: Step, product: Product): Promise<DialogTurnResult> {
    await step.turn.close(['products'], product.planName);
    const { said } = step.memory;
    return step.go('diagnosis', { subscriptionId: product.subscription.id }, { said });
  }

  async #drawing(tenantId: string, products: Product[], wanted: unknown) {
    const { now, timeZone } = await tenantTimeOf(this.needs, tenantId, undefined);
    const { items, page, pages } = pageOf(products, wanted);
    const shown = items.map((item) => ({ ...item, choice: item.subscription.id }));
    return (context: CardContext) =>
      productsCard({ items: shown, page, pages, asOf: now, timeZone }, context);
  }
}

const namedOf = ({ subscription, planName }: Product): Named => ({
  choice: subscription.id,
  name: planName,
});

function find(
  text: string,
  products: Product[],
  inSight: Product[] = products,
): Product | 'several' | undefined {
  const found = findByName(text, products.map(namedOf), inSight.map(namedOf));
  if ('several' in found) return 'several';
  if ('none' in found) return undefined;
  return products.find(({ subscription }) => subscription.id === found.found.choice);
}

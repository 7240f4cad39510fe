/** To which plan? Any that is sold, or that is owned already, whatever it takes away. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import { type ChangeToItem, changeToCard } from '../../cards/manualChange/changeToCard.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { isSold, lossesBetween } from '../../commerce/catalog/questions.ts';
import { boughtLicences } from '../../commerce/licences/boughtLicences.ts';
import { subscriptionsOf } from '../../commerce/licences/subscriptionsOf.ts';
import { mergeOf } from '../../commerce/manualChange/beginChange.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Plan } from '../../commerce/model/plan.ts';
import type { Subscription } from '../../commerce/model/subscription.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { match } from '../../understanding/phrases.ts';
import type { Found } from '../../understanding/reading/named.ts';
import { planIn } from '../../understanding/reading/plans.ts';
import { pageAsked, pageOf } from '../step/paging.ts';
import { planName } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { alone } from '../upgrade/products.ts';

export interface ChangeToNeeds extends StepNeeds {
  seller: Pick<Seller, 'subscriptions'>;
  directory: Pick<Directory, 'assignedLicences'>;
  catalog: Catalog;
  priceBook: PriceBook;
}

type Item = ChangeToItem & { choice: string };

interface Offer {
  sourceName: string;
  items: Item[];
  alone?: true;
}

export class ChangeToDialog extends StepDialog<ChangeToNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { said } = step.memory;
    const offer = await this.#offer(step);
    const text = typeof said === 'string' ? said : '';
    const merge = offer.items.find(({ merges }) => merges);
    if (merge && match(text, 'manualMerge') !== undefined) return this.#take(step, merge);
    const found = text === '' ? undefined : planNamed(text, offer);
    if (found && 'found' in found) {
      const item = offer.items.find(({ choice }) => choice === found.found.choice);
      if (item) return this.#take(step, item);
    }
    if (found && 'none' in found) await step.turn.say('dialogs.manual.notSold');
    return super.enter(step);
  }

  protected override async present(place: Place): Promise<void> {
    const offer = await this.#offer(place);
    const { subject, memory, turn } = place;
    const choices = offer.items.map(({ choice }) => choice);
    await turn.show('change-to', { subject, choices }, drawing(offer, memory.page));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { verb, choice, text } = turn.intent;
    const offer = await this.#offer(step);
    if (verb === 'manual.page') {
      memory.page = choice;
      await turn.redraw(drawing(offer, choice));
      return step.stay();
    }
    const asked = verb ? undefined : pageAsked(text, memory.page);
    if (asked !== undefined) {
      memory.page = pageOf(offer.items, asked).page;
      await this.present(step);
      return step.stay();
    }
    if (!verb && match(text, 'back') !== undefined) {
      await turn.close(['change-to'], turn.l.t('dialogs.outcome.back'));
      return step.go('change-from', {}, { other: true });
    }
    const merge = offer.items.find(({ merges }) => merges);
    if (!verb && merge && match(text, 'manualMerge') !== undefined) return this.#take(step, merge);
    const { items } = pageOf(offer.items, memory.page);
    const found = verb ? undefined : planNamed(text, offer, items);
    if (found && 'several' in found) {
      const names = found.several.map(({ name }) => name).join(', ');
      await turn.say('dialogs.plans.several', { names });
      return step.stay();
    }
    if (found && 'none' in found) {
      await turn.say('dialogs.manual.notSold');
      return step.stay();
    }
    const wanted = verb ? choice : found?.found.choice;
    const item = offer.items.find((one) => one.choice === wanted);
    return item ? this.#take(step, item) : this.hint(step, 'dialogs.manual.toHint');
  }

  async #take(step: Step, { choice, name }: Item): Promise<DialogTurnResult> {
    await step.turn.close(['change-to'], name);
    const { subscriptionId } = step.subject;
    const { said } = step.memory;
    return step.go('change-plan', { subscriptionId, targetSkuId: choice }, { said });
  }

  async #offer({ turn, subject }: Place): Promise<Offer> {
    const { catalog } = this.needs;
    turn.owned ??= subscriptionsOf(this.needs, turn.tenantId);
    const owned = await turn.owned;
    const source = owned.find(({ id }) => id === subject.subscriptionId);
    if (!source) throw new UpgraderaError('subscription.unknown', subject.subscriptionId);
    const from = catalog.find(source.skuId);
    const sourceName = planName(catalog, source.skuId, turn.l);
    const [, other] = mergeOf(source, owned);
    const merge: Item[] = other
      ? [{ name: sourceName, merges: true, owned: 0, gone: [], lower: [], choice: source.skuId }]
      : [];
    const plans = catalog.plans
      .filter((plan) => plan.kind === 'base' && plan.skuId !== source.skuId)
      .filter((plan) => isOffered(plan, from, owned, this.needs))
      .map((plan) => itemOf(plan, from, owned));
    const items = [...merge, ...plans.toSorted(ownedAndSafeFirst)];
    return { sourceName, items, ...alone(owned, catalog) };
  }
}

/** What is owned, and what is sold to this kind of organization. */
function isOffered(
  plan: Plan,
  from: Plan | undefined,
  owned: readonly Subscription[],
  { catalog, priceBook }: Pick<ChangeToNeeds, 'catalog' | 'priceBook'>,
): boolean {
  if (boughtLicences(owned, plan.skuId) > 0) return true;
  const segment = from?.segment ?? 'commercial';
  return plan.segment === segment && isSold(plan, { catalog, priceBook });
}

function itemOf(plan: Plan, from: Plan | undefined, owned: readonly Subscription[]): Item {
  const { gone, lower } = from ? lossesBetween(from, plan) : { gone: [], lower: [] };
  const licences = boughtLicences(owned, plan.skuId);
  return { name: plan.name, merges: false, owned: licences, gone, lower, choice: plan.skuId };
}

/** In the order of the catalogue otherwise. */
function ownedAndSafeFirst(a: Item, b: Item): number {
  const rank = ({ owned, gone, lower }: Item) =>
    owned > 0 ? 0 : gone.length > 0 ? 3 : lower.length > 0 ? 2 : 1;
  return rank(a) - rank(b);
}

function drawing({ items, ...others }: Offer, wanted: unknown) {
  const view = { ...others, ...pageOf(items, wanted) };
  return (context: CardContext) => changeToCard(view, context);
}

function planNamed(
  text: string,
  { sourceName, items }: Offer,
  inSight?: readonly Item[],
): Found | undefined {
  const plans = items.filter(({ merges }) => !merges);
  return planIn(text, { items: plans, source: sourceName, ...(inSight ? { inSight } : {}) });
}

/** Which plan? The ones that keep the data, one of them proposed, two or three of them side by side. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../../cards/kit/card.ts';
import { compareInputSchema, plansCard } from '../../cards/upgrade/plansCard.ts';
import { presentPrice, recommendedPlan } from '../../commerce/checkout/pricedPlans.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { minimumQuantity } from '../../commerce/quote/minimumQuantity.ts';
import { type Compared, mostCompared } from '../../understanding/comparedPlans.ts';
import { match } from '../../understanding/phrases.ts';
import type { Found, Named } from '../../understanding/reading/named.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { pageIn, placeIn, pointsAtOne } from '../../understanding/reading/places.ts';
import { plansNamed } from '../../understanding/reading/plans.ts';
import { saysAmounts, understand } from '../../understanding/understand.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { pageAsked, pageOf } from '../step/paging.ts';
import { planName } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { nameOf, planItems } from './planItems.ts';
import { planAsked, planSaid, sayWhichPlan, toBeCompared } from './planOffer.ts';
import { alone } from './products.ts';
import { noteWanted, saysMoreThanPlace } from './wanted.ts';

/** Words: who says more wants more than the page. */
const mostBesidePage = 3;

export interface PlansNeeds extends StepNeeds {
  factsOf: FactsOfTurn;
  catalog: Pick<Catalog, 'find'>;
}

export class PlansDialog extends StepDialog<PlansNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { turn, subject, memory } = step;
    const facts = await this.#facts(step);
    const [first, second] = planItems(facts);
    if (!first) return step.go('diagnosis');
    const { said } = memory;
    delete memory.said;
    if (typeof said === 'string') noteWanted(memory, said, facts);
    const { wanted } = memory;
    if (!second) {
      await turn.say('dialogs.plans.only', { plan: first.plan.name });
      return step.go('configure', { ...subject, targetSkuId: first.choice }, { wanted });
    }
    const wish = typeof said === 'string' ? planSaid(said, facts) : undefined;
    if (!wish) return super.enter(step);
    const toCompare = toBeCompared(said as string, facts);
    if (toCompare && (toCompare.plans.length > 1 || plansNamed(said as string) > 1))
      return this.#compareNamed(step, toCompare);
    if (!('found' in wish)) {
      await sayWhichPlan(step, wish, said as string);
      return super.enter(step);
    }
    await turn.say('dialogs.plans.wished', { plan: wish.found.name });
    return step.go('configure', { ...subject, targetSkuId: wish.found.choice }, { wanted });
  }

  protected override async present(place: Place): Promise<void> {
    const facts = await this.#facts(place);
    const choices = planItems(facts).map(({ choice }) => choice);
    const { subscriptionId } = place.subject;
    const draw = this.#drawing(place, facts, place.memory.page);
    await place.turn.show('plans', { subject: { subscriptionId }, choices }, draw);
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const { verb, choice, inputs, text } = turn.intent;
    const facts = await this.#facts(step);
    const named = planItems(facts).map(nameOf);
    if (verb === 'plan.page') {
      memory.page = choice;
      await turn.redraw(this.#drawing(step, facts, choice));
      return step.stay();
    }
    const asked = pageAsked(text, memory.page) ?? pageNamed(text);
    if (asked !== undefined) {
      memory.page = pageOf(named, asked).page;
      await this.present(step);
      return step.stay();
    }
    if (match(text, 'back') !== undefined) {
      await turn.close(['plans'], turn.l.t('dialogs.outcome.back'));
      return step.go('products', {});
    }
    if (verb === 'plan.compare') {
      const parsed = compareInputSchema.safeParse(inputs);
      return this.#compare(step, known(parsed.success ? parsed.data.compare : [], named));
    }
    const toCompare = verb ? undefined : toBeCompared(text, facts);
    if (toCompare) return this.#compareNamed(step, toCompare);
    if (verb === 'plan.choose') {
      const plan = named.find((item) => item.choice === choice);
      if (plan) return this.#choose(step, plan);
    }
    const found =
      onPageNamed(text, named) ?? planAsked(step, facts, pageOf(named, memory.page).items)?.plan;
    // `Office 365 E3, but only after the audit`
    if (found && understand(text).postpones && understand(text).stops) {
      await turn.say('dialogs.hold');
      return step.stay();
    }
    if (!found || saysMoreThanPlace(text)) noteWanted(memory, text, facts);
    if (found && 'found' in found) return this.#choose(step, found.found);
    if (found) {
      await sayWhichPlan(step, found);
      return step.stay();
    }
    if (understand(text).holds) {
      await turn.say('dialogs.hold');
      return step.stay();
    }
    if (saysAmounts(understand(text))) {
      await turn.say('dialogs.plans.noted');
      return step.stay();
    }
    return this.hint(step, 'dialogs.plans.hint');
  }

  async #choose(step: Step, plan: Named): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    await turn.close(['plans'], plan.name);
    const { wanted } = memory;
    return step.go('configure', { ...step.subject, targetSkuId: plan.choice }, { wanted });
  }

  async #compareNamed(step: Step, { plans, guessed }: Compared): Promise<DialogTurnResult> {
    if (guessed && plans.length <= mostCompared) {
      const names = plans.map(({ name }) => name).join(', ');
      await step.turn.say('dialogs.plans.comparedSuites', { names });
    }
    return this.#compare(step, plans);
  }

  async #compare(step: Step, plans: readonly Named[]): Promise<DialogTurnResult> {
    // Each is shown beside the present one.
    const least = plansNamed(step.turn.intent.text) > 1 ? 1 : 2;
    if (plans.length >= least && plans.length <= mostCompared) {
      const skuIds = plans.map(({ choice }) => choice);
      return step.go('comparison', step.subject, { skuIds, wanted: step.memory.wanted });
    }
    await step.turn.say('dialogs.plans.compareTwo');
    return step.stay();
  }

  #facts({ turn, subject }: Place): Promise<Facts> {
    return this.needs.factsOf(turn, subject.subscriptionId);
  }

  #drawing({ turn }: Place, facts: Facts, wanted: unknown) {
    const capped = facts.targets.excluded.filter(({ why }) => why === 'seatCap');
    const today = presentPrice(facts);
    const all = planItems(facts);
    const recommended = recommendedPlan(all)?.plan.skuId;
    const view = {
      ...pageOf(all, wanted),
      ...alone(facts.subscriptions, this.needs.catalog),
      ...(recommended ? { recommended } : {}),
      sourceName: planName(this.needs.catalog, facts.subscription.skuId, turn.l),
      quantity: minimumQuantity(facts.subscription),
      ...(today ? { today } : {}),
      cappedNames: capped.map(({ plan }) => plan.name),
    };
    return (context: CardContext) => plansCard(view, context);
  }
}

/** The plans that were marked, each once. */
function known(choices: readonly string[], named: readonly Named[]): Named[] {
  return named.filter(({ choice }) => choices.includes(choice));
}

/** `show page 2` */
function pageNamed(text: string): number | undefined {
  const { page, rest = '' } = pageIn(normalise(text)) ?? {};
  return pointsAtOne(rest) || rest.split(' ').length > mostBesidePage ? undefined : page;
}

/** `the one on page two`, where one alone is there; `the last on page two`. */
function onPageNamed(text: string, named: readonly Named[]): Found | undefined {
  const { page, rest } = pageIn(normalise(text)) ?? {};
  if (page === undefined || rest === undefined || !pointsAtOne(rest)) return undefined;
  const shown = pageOf(named, page);
  if (shown.page !== page) return undefined;
  const place = shown.items.length === 1 ? -1 : placeIn(rest);
  const item = place === undefined ? undefined : shown.items.at(place < 0 ? place : place - 1);
  return item && { found: item };
}

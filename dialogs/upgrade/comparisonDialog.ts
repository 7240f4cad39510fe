/** Two or three plans side by side, each against the present one. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { comparisonCard } from '../../cards/upgrade/comparisonCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { match } from '../../understanding/phrases.ts';
import { planIn } from '../../understanding/reading/plans.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { planName } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { planItems } from './planItems.ts';
import { planAsked, sayWhichPlan } from './planOffer.ts';
import { noteWanted, saysMoreThanPlace } from './wanted.ts';

export interface ComparisonNeeds extends StepNeeds {
  factsOf: FactsOfTurn;
  catalog: Pick<Catalog, 'find'>;
}

export class ComparisonDialog extends StepDialog<ComparisonNeeds> {
  protected override async present({ turn, subject, memory }: Place): Promise<void> {
    const facts = await this.needs.factsOf(turn, subject.subscriptionId);
    const wanted = Array.isArray(memory.skuIds) ? memory.skuIds : [];
    const items = planItems(facts).filter(({ choice }) => wanted.includes(choice));
    const sourceName = planName(this.needs.catalog, facts.subscription.skuId, turn.l);
    const choices = items.map(({ choice }) => choice);
    await turn.show('comparison', { subject, choices }, (context) =>
      comparisonCard({ sourceName, items }, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, subject, memory } = step;
    const { verb, choice, text } = turn.intent;
    if (verb === 'plan.back' || match(text, 'back') !== undefined) {
      await turn.close(['comparison'], turn.l.t('dialogs.outcome.back'));
      return step.go('plans', subject, { wanted: memory.wanted });
    }
    const wanted = Array.isArray(memory.skuIds) ? memory.skuIds : [];
    const named = wanted.map((skuId) => ({
      choice: String(skuId),
      name: planName(this.needs.catalog, String(skuId), turn.l),
    }));
    const facts = await this.needs.factsOf(turn, subject.subscriptionId);
    const among = verb ? undefined : planIn(text, { items: named, inSight: named });
    // `E5` is the one of those that are compared, before any other.
    const plan =
      among && 'found' in among ? among : verb ? undefined : planAsked(step, facts)?.plan;
    if (!plan || saysMoreThanPlace(text)) noteWanted(memory, text, facts);
    if (plan && !('found' in plan)) {
      await sayWhichPlan(step, plan);
      return step.stay();
    }
    const targetSkuId = choice ?? plan?.found.choice;
    if (!targetSkuId) {
      return this.hint(step, 'dialogs.comparison.hint');
    }
    await turn.close(['comparison', 'plans'], planName(this.needs.catalog, targetSkuId, turn.l));
    return step.go('configure', { ...subject, targetSkuId }, { wanted: memory.wanted });
  }
}

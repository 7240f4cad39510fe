/** Two or three plans side by side, each against the present one. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { comparisonCard } from '../../cards/upgrade/comparisonCard.ts';
import { findByName } from '../../understanding/findByName.ts';
import { match } from '../../understanding/phrases.ts';
import { factsOfTurn } from '../step/factsOfTurn.ts';
import { type Place, type Step, StepDialog } from '../step/stepDialog.ts';
import { planItems } from './planItems.ts';
import { planName } from './products.ts';

export class ComparisonDialog extends StepDialog {
  protected override async present({ turn, subject, memory }: Place): Promise<void> {
    const facts = await factsOfTurn(this.services, turn, subject.subscriptionId);
    const wanted = Array.isArray(memory.skuIds) ? memory.skuIds : [];
    const items = planItems(facts).filter(({ choice }) => wanted.includes(choice));
    const sourceName = planName(this.services, facts.subscription.skuId, turn.l);
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
      return step.go('plans');
    }
    const wanted = Array.isArray(memory.skuIds) ? memory.skuIds : [];
    const named = wanted.map((skuId) => ({
      choice: String(skuId),
      name: planName(this.services, String(skuId), turn.l),
    }));
    const found = findByName(text, named);
    const targetSkuId = choice ?? ('found' in found ? found.found.choice : undefined);
    if (!targetSkuId) {
      return this.hint(step, 'dialogs.comparison.hint');
    }
    await turn.close(['comparison', 'plans'], planName(this.services, targetSkuId, turn.l));
    return step.go('configure', { ...subject, targetSkuId });
  }
}

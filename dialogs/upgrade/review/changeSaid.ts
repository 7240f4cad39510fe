/** Another plan, number or way to pay, said while the order is being looked at. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { problemWith } from '../../../commerce/checkout/purchase.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Quoting } from '../../../commerce/quote/quoting.ts';
import { mayStayAsIs } from '../../../understanding/intents/meantInstead.ts';
import type { FactsOfTurn } from '../../step/factsOfTurn.ts';
import { planName } from '../../step/planName.ts';
import type { Step } from '../../step/stepDialog.ts';
import { formOf } from '../configureForm.ts';
import { compareInstead, planAsked, sayWhichPlan } from '../planOffer.ts';
import { inOneLine, wantedOf, withWanted } from '../wanted.ts';
import { showRequoted } from './showRequoted.ts';

export interface ChangeSaidNeeds {
  factsOf: FactsOfTurn;
  quoting: Quoting;
  catalog: Catalog;
}

/** @returns undefined when the text changes nothing of the order */
export async function changeSaid(
  { factsOf, quoting, catalog }: ChangeSaidNeeds,
  step: Step,
): Promise<DialogTurnResult | undefined> {
  const { turn, subject } = step;
  const quote = await quoting.find(turn.tenantId, subject.quoteId);
  const { targetSkuId, quantity, term, billing } = quote;
  const chosen = { quantity, term, billing };
  const facts = await factsOf(turn, quote.subscriptionId);
  const terms = { term, billing };
  const compared = compareInstead(step, facts, { quantity, terms, unclear: [] }, targetSkuId);
  if (compared) return compared;
  const { plan, texts } = planAsked(step, facts) ?? { texts: [turn.intent.text] };
  if (plan && !('found' in plan)) {
    await sayWhichPlan(step, plan);
    return step.stay();
  }
  const choice = plan?.found.choice ?? targetSkuId;
  const wanted = wantedOf(texts, facts.subscription, chosen);
  const [question] = mayStayAsIs(turn.intent.text) ? (['quantity'] as const) : wanted.unclear;
  if (question) {
    await turn.say(`dialogs.configure.unclear.${question}`);
    return step.stay();
  }
  const purchase = withWanted(chosen, wanted);
  const isSame = JSON.stringify(purchase) === JSON.stringify(chosen) && choice === targetSkuId;
  if (isSame) return undefined;
  if (problemWith(formOf(catalog, turn.l, facts, choice), purchase)) {
    await turn.close(['review'], turn.l.t('dialogs.outcome.requoted'));
    const next = { subscriptionId: quote.subscriptionId, targetSkuId: choice };
    return step.go('configure', next, { ...chosen, wanted });
  }
  const wish = { ...quote, ...purchase, targetSkuId: choice };
  const plans = planName(catalog, choice, turn.l);
  await turn.say('dialogs.understood', { plan: plans, what: inOneLine(turn.l, purchase) });
  return showRequoted(step, await quoting.quote(turn.tenantId, facts, wish));
}

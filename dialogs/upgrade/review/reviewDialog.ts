/** Everything at once, each block changeable; then the order, once. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { reviewCard, reviewChanges } from '../../../cards/upgrade/review/reviewCard.ts';
import type { Approvals } from '../../../commerce/approval/approvals.ts';
import { type ApprovalWhy, approvalNeeded } from '../../../commerce/checkout/approvalNeeded.ts';
import { type Confirmed, type ConfirmNeeds, confirm } from '../../../commerce/checkout/confirm.ts';
import { monthlyDifference } from '../../../commerce/checkout/pricedPlans.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { approvalDays } from '../../../commerce/model/policyValues.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import { isKnown, orUnknown } from '../../../commerce/model/unknown.ts';
import type { Quoting } from '../../../commerce/quote/quoting.ts';
import { ordersIn } from '../../../understanding/parts/ordersIn.ts';
import { match, withoutPoliteness } from '../../../understanding/phrases.ts';
import { isQuestion } from '../../../understanding/questionKind.ts';
import { normalise } from '../../../understanding/reading/normalise.ts';
import { saysAmounts, understand } from '../../../understanding/understand.ts';
import type { FactsOfTurn } from '../../step/factsOfTurn.ts';
import { planName } from '../../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { tenantTimeOf } from '../../step/tenantTime.ts';
import { stepFor } from '../stepFor.ts';
import { changeSaid } from './changeSaid.ts';
import { blockIn, changes } from './changes.ts';
import { differencesTold } from './differencesTold.ts';
import { explainQuote } from './explainQuote.ts';
import { type ReviewViewNeeds, reviewView } from './reviewView.ts';

/** `Could you place the order?` orders, `place the order?` asks whether to. */
function isOrdered(text: string): boolean {
  if (match(text, 'placeOrder') === undefined) return false;
  const plain = normalise(text);
  return !text.trimEnd().endsWith('?') || withoutPoliteness(plain) !== plain;
}

export interface ReviewNeeds extends StepNeeds, ReviewViewNeeds {
  approvals: Pick<Approvals, 'ask'>;
  factsOf: FactsOfTurn;
  quoting: Quoting;
  confirming: ConfirmNeeds;
}

export class ReviewDialog extends StepDialog<ReviewNeeds> {
  protected override async present({ turn, subject }: Place): Promise<void> {
    const quote = await this.needs.quoting.find(turn.tenantId, subject.quoteId);
    const [said, facts] = await Promise.all([
      reviewView(this.needs, turn.l, quote),
      orUnknown(this.needs.factsOf(turn, quote.subscriptionId)),
    ]);
    const difference = isKnown(facts) ? monthlyDifference(facts, quote) : undefined;
    const approval = isKnown(facts)
      ? approvalNeeded(facts, quote, this.needs.confirming.limits)
      : undefined;
    const view = {
      ...said,
      ...(difference ? { difference } : {}),
      ...(approval ? { approval } : {}),
    };
    await turn.show('review', { subject, choices: [...reviewChanges] }, (context) =>
      reviewCard(view, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { verb, choice, text } = turn.intent;
    if (verb === 'order.place') return this.#place(step);
    if (verb === 'approval.send') return this.#ask(step);
    if (verb ? verb === 'order.abandon' : match(text, 'abandon') !== undefined) {
      await turn.close(['review'], turn.l.t('dialogs.outcome.abandoned'));
      await turn.say('dialogs.cancelled');
      return step.end();
    }
    const block = verb ? reviewChanges.find((one) => one === choice) : blockIn(text);
    if (!verb) {
      if (match(text, 'back') !== undefined) return this.#back(step);
      if (match(text, 'sendForApproval') !== undefined) return this.#ask(step);
      const said = understand(text);
      // `Change the licenses to 33` says all there is to change.
      const isNamed = block !== undefined && !(block === 'items' && saysAmounts(said));
      const stays = isNamed || said.stops;
      const changed = stays ? undefined : await changeSaid(this.needs, step);
      if (changed) return changed;
      // With something beside it, only what changes nothing of the order leaves it one.
      const orders = said.consents || (!stays && ordersIn(text));
      if (orders || isOrdered(text)) return this.#place(step);
      const holds = said.holds || said.orders || said.agrees;
      if (holds && block === undefined && !isQuestion(text)) {
        await turn.say('dialogs.review.hold');
        return step.stay();
      }
    }
    if (!verb && match(text, 'explain') !== undefined) return this.#explain(step);
    if (block) return step.go(changes[block]);
    return this.hint(step, 'dialogs.review.hint');
  }

  /** What the review shows is filled in there. */
  async #back(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const quote = await this.needs.quoting.find(turn.tenantId, subject.quoteId);
    const { subscriptionId, targetSkuId, quantity, term, billing } = quote;
    await turn.close(['review'], turn.l.t('dialogs.outcome.back'));
    return step.go('configure', { subscriptionId, targetSkuId }, { quantity, term, billing });
  }

  async #explain(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const quote = await this.needs.quoting.find(turn.tenantId, subject.quoteId);
    const { today } = await tenantTimeOf(this.needs, turn.tenantId, quote.timeZone);
    const nameOf = (skuId: string): string => planName(this.needs.catalog, skuId, turn.l);
    const text = explainQuote(turn.l, quote, nameOf, today).join('\n\n');
    await turn.say('dialogs.explain.all', { text });
    return step.stay();
  }

  /** Who may order by now has not done so by asking somebody else. */
  async #ask(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { confirming, quoting, factsOf } = this.needs;
    const quote = await quoting.find(turn.tenantId, subject.quoteId);
    const facts = await factsOf(turn, quote.subscriptionId);
    if (approvalNeeded(facts, quote, confirming.limits)) return this.#place(step, true);
    await turn.say('dialogs.approval.notNeeded');
    await this.present(step);
    return step.stay();
  }

  /** @param sends to somebody else, where the order needs that */
  async #place(step: Step, sends = false): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { confirming, quoting, factsOf } = this.needs;
    const quote = await quoting.find(turn.tenantId, subject.quoteId);
    const confirmed = await confirm(confirming, quote, turn, (id) => factsOf(turn, id));
    switch (confirmed.outcome) {
      case 'ordered':
      case 'alreadyOpen':
        return this.#showOrder(step, confirmed);
      case 'needsConsent':
        return step.go('forfeit');
      case 'blocked':
        await turn.close(['review'], turn.l.t('dialogs.outcome.blocked'));
        await turn.say('dialogs.review.blocked');
        return step.go('diagnosis');
      case 'rolesUnknown':
        await turn.say('dialogs.review.rolesUnknown');
        return step.stay();
      case 'requoted':
        return this.#askAgain(step, confirmed);
      case 'needsApproval':
        if (sends) return this.#send(step, quote, confirmed.why);
        await turn.say(`dialogs.approval.needed.${confirmed.why}`);
        return step.stay();
    }
  }

  async #showOrder(
    step: Step,
    { outcome, order: { id } }: Confirmed & { order: Order },
  ): Promise<DialogTurnResult> {
    const { turn } = step;
    await turn.close(['review'], turn.l.t(`dialogs.outcome.${outcome}`, { order: id }));
    if (outcome === 'alreadyOpen') await turn.say('dialogs.review.alreadyOpen', { order: id });
    if (outcome === 'ordered') turn.keep();
    return step.go('orders', { orderId: id });
  }

  async #send(step: Step, quote: Quote, why: ApprovalWhy): Promise<DialogTurnResult> {
    const { turn } = step;
    const { approval, isNew, told } = await this.needs.approvals.ask(turn, quote, why);
    const { id: reference, askedBy } = approval;
    await turn.close(['review'], turn.l.t('dialogs.outcome.sent', { reference }));
    const key = !isNew ? 'already' : told > 0 ? 'sent' : 'sentToNobody';
    const days = approvalDays;
    await turn.say(`dialogs.approval.${key}`, { reference, name: askedBy.name, count: told, days });
    turn.keep();
    return step.end();
  }

  /** Nothing is ordered at a price that nobody confirmed. */
  async #askAgain(
    step: Step,
    { quote, differences }: Confirmed & { outcome: 'requoted' },
  ): Promise<DialogTurnResult> {
    const { turn } = step;
    const told = differencesTold(differences, quote, turn.l);
    const key = told.length > 0 ? 'dialogs.review.changed' : 'dialogs.review.expired';
    await turn.close(['review'], turn.l.t('dialogs.outcome.requoted'));
    await turn.say(key, { differences: told.join(' ') });
    return step.go(stepFor(quote), { ...step.subject, quoteId: quote.id });
  }
}

/** Everything at once, each block changeable; then the order, once. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { reviewCard, reviewChanges } from '../../../cards/upgrade/review/reviewCard.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import { needsConsent, openOrderFor, placeOrder } from '../../../commerce/order/placeOrder.ts';
import { match } from '../../../understanding/phrases.ts';
import { factsOfTurn } from '../../step/factsOfTurn.ts';
import { type Place, type Step, StepDialog } from '../../step/stepDialog.ts';
import { tenantTimeOf } from '../../step/tenantTime.ts';
import { planName } from '../products.ts';
import { quoteFor, quoteOf, stepOf } from '../quoting.ts';
import { explainQuote } from './explainQuote.ts';
import { quoteDifferences } from './quoteDifference.ts';
import { reviewView } from './reviewView.ts';

/** The step that changes each block. */
const changes: Record<(typeof reviewChanges)[number], string> = {
  soldTo: 'change-soldto',
  payment: 'change-payment',
  items: 'change-items',
};

export class ReviewDialog extends StepDialog {
  protected override async present({ turn, subject }: Place): Promise<void> {
    const quote = await quoteOf(this.services, turn.tenantId, subject.quoteId);
    const view = await reviewView(this.services, turn.l, quote);
    await turn.show('review', { subject, choices: [...reviewChanges] }, (context) =>
      reviewCard(view, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { verb, choice, text } = turn.intent;
    if (verb === 'order.place' || (!verb && match(text, 'placeOrder') !== undefined)) {
      return this.#place(step);
    }
    if (verb ? verb === 'order.abandon' : match(text, 'abandon') !== undefined) {
      await turn.close(['review'], turn.l.t('dialogs.outcome.abandoned'));
      await turn.say('dialogs.cancelled');
      return step.end();
    }
    if (verb ? verb === 'review.explain' : match(text, 'explain') !== undefined) {
      return this.#explain(step);
    }
    const change = reviewChanges.find((block) =>
      verb ? block === choice : match(text, `change.${block}`) !== undefined,
    );
    if (change) return step.go(changes[change]);
    return this.hint(step, 'dialogs.review.hint');
  }

  async #explain(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const quote = await quoteOf(this.services, turn.tenantId, subject.quoteId);
    const { today } = await tenantTimeOf(this.services, turn.tenantId);
    const nameOf = (skuId: string): string => planName(this.services, skuId, turn.l);
    const text = explainQuote(turn.l, quote, nameOf, today).join('\n\n');
    await turn.say('dialogs.explain.all', { text });
    return step.stay();
  }

  async #place(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const quote = await quoteOf(this.services, turn.tenantId, subject.quoteId);
    const existing = await this.services.orders.findByQuote(quote.id);
    if (existing) return this.#ordered(step, existing.value.id);
    if (needsConsent(quote)) return step.go('forfeit');

    const facts = await factsOfTurn(this.services, turn, quote.subscriptionId);
    const open = openOrderFor(quote.subscriptionId, facts.openOrders);
    if (open) return this.#alreadyOpen(step, open.id);
    if (diagnose(facts).length > 0) {
      await turn.close(['review'], turn.l.t('dialogs.outcome.blocked'));
      await turn.say('dialogs.review.blocked');
      return step.go('diagnosis');
    }
    const expired = Temporal.Instant.compare(facts.now, quote.expiresAt) >= 0;
    const fresh = quoteFor(this.services, turn.tenantId, facts, quote);
    const differences = quoteDifferences(quote, fresh, turn.l);
    if (expired || differences.length > 0) return this.#askAgain(step, fresh, differences);

    const { order, outcome } = await placeOrder(this.services.orders, {
      quote,
      by: { userId: turn.userId, name: turn.userName },
      conversation: turn.conversation,
      users: isKnown(facts.subscription.assigned) ? facts.subscription.assigned : 0,
      at: facts.now,
      wakeAt: this.services.now().toString(),
    });
    if (outcome === 'alreadyOpen') return this.#alreadyOpen(step, order.id);
    this.services.wake();
    return this.#ordered(step, order.id);
  }

  /** By another quote, perhaps of somebody else. */
  async #alreadyOpen(step: Step, orderId: string): Promise<DialogTurnResult> {
    const { turn } = step;
    await turn.close(['review'], turn.l.t('dialogs.outcome.alreadyOpen', { order: orderId }));
    await turn.say('dialogs.review.alreadyOpen', { order: orderId });
    return step.go('order', { orderId });
  }

  async #ordered(step: Step, orderId: string): Promise<DialogTurnResult> {
    const { turn } = step;
    await turn.close(['review'], turn.l.t('dialogs.outcome.ordered', { order: orderId }));
    turn.keep();
    return step.go('order', { orderId });
  }

  /** Nothing is ordered at a price that nobody confirmed. */
  async #askAgain(step: Step, fresh: Quote, differences: string[]): Promise<DialogTurnResult> {
    const { turn } = step;
    await this.services.quotes.insert(fresh);
    await turn.close(['review'], turn.l.t('dialogs.outcome.requoted'));
    const key = differences.length > 0 ? 'dialogs.review.changed' : 'dialogs.review.expired';
    await turn.say(key, { differences: differences.join(' ') });
    return step.go(stepOf(fresh), { ...step.subject, quoteId: fresh.id });
  }
}

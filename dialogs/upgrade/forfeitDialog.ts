/** Lose prepaid time, or wait for the day on which nothing is lost? (R94) */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { forfeitCard } from '../../cards/upgrade/forfeitCard.ts';
import { money } from '../../commerce/model/money.ts';
import type { Quote } from '../../commerce/model/quote.ts';
import { remindOn } from '../../commerce/watch/startWatch.ts';
import { match } from '../../understanding/phrases.ts';
import { type Place, type Step, StepDialog } from '../step/stepDialog.ts';
import { tenantTimeOf } from '../step/tenantTime.ts';
import { planName } from './products.ts';
import { quoteOf, storeConsent } from './quoting.ts';

export class ForfeitDialog extends StepDialog {
  protected override async present({ turn, subject }: Place): Promise<void> {
    const quote = await quoteOf(this.services, turn.tenantId, subject.quoteId);
    const { timeZone } = await tenantTimeOf(this.services, turn.tenantId);
    const view = {
      sourceName: planName(this.services, quote.sourceSkuId, turn.l),
      targetName: planName(this.services, quote.targetSkuId, turn.l),
      quote,
      timeZone,
    };
    await turn.show('forfeit', { subject }, (context) => forfeitCard(view, context));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { verb, text } = turn.intent;
    const means = (wanted: string, phrases: string): boolean =>
      verb ? verb === wanted : match(text, phrases) !== undefined;
    if (means('plan.back', 'back')) {
      await turn.close(['forfeit'], turn.l.t('dialogs.outcome.back'));
      return step.go('plans', { subscriptionId: subject.subscriptionId });
    }
    const quote = await quoteOf(this.services, turn.tenantId, subject.quoteId);
    if (means('forfeit.wait', 'wait')) return this.#wait(step, quote);
    if (means('forfeit.accept', 'accept')) return this.#accept(step, quote);
    return this.hint(step, 'dialogs.forfeit.hint');
  }

  async #accept(step: Step, quote: Quote): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const at = (await this.services.clock.now(turn.tenantId)).toString();
    const agreed = await storeConsent(this.services, quote, { by: turn.userId, at });
    const amount = turn.l.money(money(quote.forfeit?.amount ?? 0, quote.currency));
    await turn.close(['forfeit'], turn.l.t('dialogs.outcome.forfeits', { amount }));
    return step.go('review', { ...subject, quoteId: agreed.id });
  }

  async #wait(step: Step, quote: Quote): Promise<DialogTurnResult> {
    const { turn } = step;
    const { now, timeZone, today } = await tenantTimeOf(this.services, turn.tenantId);
    const day = quote.forfeit?.noLossFrom ?? today;
    const wish = {
      tenantId: turn.tenantId,
      conversation: turn.conversation,
      userId: turn.userId,
      subscriptionId: quote.subscriptionId,
      skuId: quote.sourceSkuId,
      targetSkuId: quote.targetSkuId,
      now,
      wakeAt: this.services.now().toString(),
    };
    await this.services.watches.insert(remindOn(day, timeZone, wish));
    this.services.wake();
    const date = turn.l.date(day);
    await turn.close(['forfeit'], turn.l.t('dialogs.outcome.waits', { date }));
    const plan = planName(this.services, quote.targetSkuId, turn.l);
    await turn.say('dialogs.forfeit.waiting', { date, plan });
    return step.end();
  }
}

/** Lose prepaid time, or wait for the day on which nothing is lost? (R94) */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { forfeitCard } from '../../cards/upgrade/forfeitCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { money } from '../../commerce/model/money.ts';
import type { Quote } from '../../commerce/model/quote.ts';
import type { Quoting } from '../../commerce/quote/quoting.ts';
import type { Watching } from '../../commerce/watch/watching.ts';
import { match } from '../../understanding/phrases.ts';
import { planName } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';

export interface ForfeitNeeds extends StepNeeds, TenantTimeNeeds {
  quoting: Quoting;
  watching: Watching;
  catalog: Pick<Catalog, 'find'>;
}

export class ForfeitDialog extends StepDialog<ForfeitNeeds> {
  protected override async present({ turn, subject }: Place): Promise<void> {
    const quote = await this.needs.quoting.find(turn.tenantId, subject.quoteId);
    const { timeZone } = await tenantTimeOf(this.needs, turn.tenantId, quote.timeZone);
    const view = {
      sourceName: planName(this.needs.catalog, quote.sourceSkuId, turn.l),
      targetName: planName(this.needs.catalog, quote.targetSkuId, turn.l),
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
    const quote = await this.needs.quoting.find(turn.tenantId, subject.quoteId);
    if (means('forfeit.wait', 'wait')) return this.#wait(step, quote);
    if (means('forfeit.accept', 'acceptLoss')) return this.#accept(step, quote);
    return this.hint(step, 'dialogs.forfeit.hint');
  }

  async #accept(step: Step, quote: Quote): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const at = await this.needs.clock.now(turn.tenantId);
    const agreed = await this.needs.quoting.consent(quote, turn.userId, at);
    const amount = turn.l.money(money(quote.forfeit?.amount ?? 0, quote.currency));
    await turn.close(['forfeit'], turn.l.t('dialogs.outcome.forfeits', { amount }));
    return step.go('review', { ...subject, quoteId: agreed.id });
  }

  async #wait(step: Step, quote: Quote): Promise<DialogTurnResult> {
    const { turn } = step;
    const time = await tenantTimeOf(this.needs, turn.tenantId, quote.timeZone);
    const day = quote.forfeit?.noLossFrom ?? time.today;
    await this.needs.watching.remind(turn, quote, day, time);
    const date = turn.l.date(day);
    await turn.close(['forfeit'], turn.l.t('dialogs.outcome.waits', { date }));
    const plan = planName(this.needs.catalog, quote.targetSkuId, turn.l);
    await turn.say('dialogs.forfeit.waiting', { date, plan });
    return step.end();
  }
}

/** A block of the review that is changed: a new quote with the change, then the review again. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Quote } from '../../../commerce/model/quote.ts';
import { match } from '../../../understanding/phrases.ts';
import { factsOfTurn } from '../../step/factsOfTurn.ts';
import { type Place, type Step, StepDialog } from '../../step/stepDialog.ts';
import { type QuoteWish, quoteOf, storeQuote } from '../quoting.ts';
import { showRequoted } from './showRequoted.ts';

export abstract class ChangeStep extends StepDialog {
  protected quote({ turn, subject }: Place): Promise<Quote> {
    return quoteOf(this.services, turn.tenantId, subject.quoteId);
  }

  protected goesBack({ turn }: Place): boolean {
    const { verb, text } = turn.intent;
    return verb === 'review.back' || (!verb && match(text, 'back') !== undefined);
  }

  protected async back(step: Step): Promise<DialogTurnResult> {
    await step.turn.close(cardsOfChange, step.turn.l.t('dialogs.outcome.back'));
    return step.go('review');
  }

  /** Prices are computed anew: a change may move them. */
  protected async update(
    step: Step,
    change: Partial<QuoteWish>,
    outcome: string,
  ): Promise<DialogTurnResult> {
    const { turn } = step;
    const before = await this.quote(step);
    const facts = await factsOfTurn(this.services, turn, before.subscriptionId);
    const quote = await storeQuote(this.services, turn.tenantId, facts, { ...before, ...change });
    await turn.close(cardsOfChange, outcome);
    return showRequoted(step, quote);
  }
}

const cardsOfChange = ['change-soldto', 'change-payment'] as const;

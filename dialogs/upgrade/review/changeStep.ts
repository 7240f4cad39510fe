/** A block of the review that is changed: a new quote with the change, then the review again. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { QuoteWish, Quoting } from '../../../commerce/quote/quoting.ts';
import { match } from '../../../understanding/phrases.ts';
import type { FactsOfTurn } from '../../step/factsOfTurn.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { blockIn, changes } from './changes.ts';
import { showRequoted } from './showRequoted.ts';

export interface ChangeNeeds extends StepNeeds {
  factsOf: FactsOfTurn;
  quoting: Quoting;
}

export abstract class ChangeStep<
  Needs extends ChangeNeeds = ChangeNeeds,
> extends StepDialog<Needs> {
  protected quote({ turn, subject }: Place): Promise<Quote> {
    return this.needs.quoting.find(turn.tenantId, subject.quoteId);
  }

  protected goesBack({ turn }: Place): boolean {
    const { verb, text } = turn.intent;
    return verb === 'review.back' || (!verb && match(text, 'back') !== undefined);
  }

  protected async back(step: Step): Promise<DialogTurnResult> {
    await step.turn.close(cardsOfChange, step.turn.l.t('dialogs.outcome.back'));
    return step.go('review');
  }

  /** Another block is to be changed instead: nothing of this one is kept. */
  protected async instead(step: Step): Promise<DialogTurnResult | undefined> {
    const { verb, text } = step.turn.intent;
    const block = verb ? undefined : blockIn(text);
    if (!block || changes[block] === this.id) return undefined;
    await step.turn.close(cardsOfChange, step.turn.l.t('dialogs.outcome.back'));
    return step.go(changes[block]);
  }

  /** Prices are computed anew: a change may move them. */
  protected async update(
    step: Step,
    change: Partial<QuoteWish>,
    outcome: string,
  ): Promise<DialogTurnResult> {
    const { turn } = step;
    const before = await this.quote(step);
    const facts = await this.needs.factsOf(turn, before.subscriptionId);
    const quote = await this.needs.quoting.quote(turn.tenantId, facts, { ...before, ...change });
    await turn.close(cardsOfChange, outcome);
    return showRequoted(step, quote);
  }
}

const cardsOfChange = ['change-soldto', 'change-payment'] as const;

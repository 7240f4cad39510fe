import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { Step } from '../../step/stepDialog.ts';
import { stepFor } from '../stepFor.ts';

/** After a change from the review: the old review is closed, the new quote is shown. */
export async function showRequoted(
  { turn, subject, go }: Step,
  quote: Quote,
): Promise<DialogTurnResult> {
  await turn.close(['review'], turn.l.t('dialogs.outcome.requoted'));
  return go(stepFor(quote), { ...subject, quoteId: quote.id });
}

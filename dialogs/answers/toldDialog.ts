/** Shows what we have to say to a question. */
import { answerCard, type Told } from '../../cards/answers/answerCard.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';

export class ToldDialog extends OneTurnDialog<object> {
  protected override async run({ turn, subject, memory }: Begun): Promise<undefined> {
    const view = { ...(memory.told as Told), back: memory.back === true };
    await turn.show('answer', { subject, forAll: true }, (context) => answerCard(view, context));
  }
}

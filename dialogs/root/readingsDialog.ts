/** Asks which of two things was meant, and waits for nothing: whoever knows better types it anew. */
import { type OfferedIntent, readingsCard } from '../../cards/root/readingsCard.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';

export class ReadingsDialog extends OneTurnDialog<object> {
  protected override async run({ turn, subject, memory }: Begun): Promise<undefined> {
    const intents = memory.intents as OfferedIntent[];
    await turn.show('readings', { subject, choices: intents, forAll: true }, (context) =>
      readingsCard({ intents }, context),
    );
  }
}

/** To whom is it sold? The country stays: it is the tenant's (R61). */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { changeSoldToCard } from '../cards/changeSoldToCard.ts';
import { soldToInputSchema } from '../cards/submission.ts';
import { ChangeStep } from './changeStep.ts';
import type { Place, Step } from './stepDialog.ts';

const problem = { key: 'dialogs.soldTo.incomplete', values: {} };

export class ChangeSoldToDialog extends ChangeStep {
  protected override async present(place: Place): Promise<void> {
    const { soldTo } = await this.quote(place);
    await place.turn.show('change-soldto', { subject: place.draft }, (context) =>
      changeSoldToCard({ soldTo }, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    if (this.goesBack(step)) return this.back(step);
    const { turn } = step;
    const { verb, inputs, text } = turn.intent;
    const { soldTo } = await this.quote(step);
    const parsed = soldToInputSchema.safeParse(verb ? inputs : addressIn(text));
    if (parsed.success) {
      const { name, street, postalCode, city } = parsed.data;
      const outcome = `${name}, ${street}, ${postalCode} ${city}`;
      return this.update(step, { soldTo: { ...parsed.data, country: soldTo.country } }, outcome);
    }
    if (verb) await turn.redraw((context) => changeSoldToCard({ soldTo, problem }, context));
    else await turn.say('dialogs.soldTo.hint');
    return step.stay();
  }
}

/** `Name; Street 1; 111 22; Town`, parted by semicolons or lines. */
function addressIn(text: string): Record<string, string | undefined> {
  const [name, street, postalCode, city] = text.split(/[;\n]/).map((part) => part.trim());
  return { name, street, postalCode, city };
}

/** To whom is it sold? The country stays: it is the tenant's (R61). */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { z } from 'zod';
import {
  type ChangeSoldToView,
  changeSoldToCard,
  soldToInputSchema,
} from '../../../cards/upgrade/review/changeSoldToCard.ts';
import { isPostalCode } from '../../../commerce/base/postalCode.ts';
import type { Place, Step } from '../../step/stepDialog.ts';
import { ChangeStep } from './changeStep.ts';

export class ChangeSoldToDialog extends ChangeStep {
  protected override async present(place: Place): Promise<void> {
    const { soldTo } = await this.quote(place);
    await place.turn.show('change-soldto', { subject: place.subject }, (context) =>
      changeSoldToCard({ soldTo }, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    if (this.goesBack(step)) return this.back(step);
    const { turn } = step;
    const { verb, inputs, text } = turn.intent;
    const { soldTo } = await this.quote(step);
    const typed = verb ? inputs : addressIn(text);
    const parsed = soldToInputSchema.safeParse(typed);
    const problem = problemOf(parsed.data, soldTo.country);
    if (parsed.data && !problem) {
      const { name, street, postalCode, city } = parsed.data;
      const outcome = `${name}, ${street}, ${postalCode} ${city}`;
      return this.update(step, { soldTo: { ...parsed.data, country: soldTo.country } }, outcome);
    }
    if (verb && problem) {
      const kept = { ...soldTo, ...textsOf(typed) };
      await turn.redraw((context) => changeSoldToCard({ soldTo: kept, problem }, context));
      return step.stay();
    }
    return this.hint(step, parsed.data ? 'dialogs.soldTo.postalCode' : 'dialogs.soldTo.hint');
  }
}

function problemOf(
  address: z.infer<typeof soldToInputSchema> | undefined,
  country: string,
): ChangeSoldToView['problem'] {
  if (!address) return { key: 'dialogs.soldTo.incomplete', values: {} };
  if (isPostalCode(address.postalCode, country)) return undefined;
  return { key: 'dialogs.soldTo.postalCode', values: {} };
}

/** What was typed is not lost with what was wrong in it. */
function textsOf(typed: Record<string, unknown>): Partial<z.infer<typeof soldToInputSchema>> {
  const fields = Object.keys(soldToInputSchema.shape);
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([name, value]) => fields.includes(name) && typeof value === 'string',
    ),
  );
}

/** `Name; Street 1; 111 22; Town`, parted by semicolons or lines. */
function addressIn(text: string): Record<string, string | undefined> {
  const [name, street, postalCode, city] = text.split(/[;\n]/).map((part) => part.trim());
  return { name, street, postalCode, city };
}

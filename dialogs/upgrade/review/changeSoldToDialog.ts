/** To which address is it sold? The country is the tenant's; a new name is the support's to check (R61). */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import {
  changeSoldToCard,
  soldToFields,
  soldToInputSchema,
} from '../../../cards/upgrade/review/changeSoldToCard.ts';
import { isPostalCode } from '../../../commerce/base/postalCode.ts';
import type { Address } from '../../../commerce/model/account.ts';
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
    const other = await this.instead(step);
    if (other) return other;
    const { turn } = step;
    const { verb, inputs, text } = turn.intent;
    const { soldTo } = await this.quote(step);
    const typed = verb ? inputs : addressIn(text);
    const parsed = soldToInputSchema.safeParse(typed);
    const problem = problemOf(parsed, soldTo);
    if (parsed.data && !problem) {
      const { street, postalCode, city } = parsed.data;
      const changed = { ...soldTo, street, postalCode, city };
      const outcome = `${soldTo.name}, ${street}, ${postalCode} ${city}`;
      return this.update(step, { soldTo: changed }, outcome);
    }
    if (verb && problem) {
      const kept = { ...soldTo, ...textsOf(typed) };
      await turn.redraw((context) =>
        changeSoldToCard({ soldTo: kept, problem: { key: problem, values: {} } }, context),
      );
      return step.stay();
    }
    const isShort = problem === undefined || problem === 'dialogs.soldTo.incomplete';
    return this.hint(step, isShort ? 'dialogs.soldTo.hint' : problem);
  }
}

/** @returns the sentence that says what is wrong with it */
function problemOf(
  { data, error }: ReturnType<typeof soldToInputSchema.safeParse>,
  { name, country }: Address,
): string | undefined {
  if (error) {
    const isForm = error.issues.every(({ code }) => code === 'invalid_format');
    return isForm ? 'dialogs.soldTo.letters' : 'dialogs.soldTo.incomplete';
  }
  if (data.name !== undefined && data.name.toLowerCase() !== name.toLowerCase()) {
    return 'dialogs.soldTo.name';
  }
  return isPostalCode(data.postalCode, country) ? undefined : 'dialogs.soldTo.postalCode';
}

/** What was typed is not lost with what was wrong in it. */
function textsOf(typed: Record<string, unknown>): Partial<Address> {
  const texts = soldToFields.map((field) => [field, typed[field]] as const);
  return Object.fromEntries(texts.filter(([, value]) => typeof value === 'string'));
}

/** `Street 1; 111 22; Town`, parted by semicolons or lines; some begin with the name. */
function addressIn(text: string): Record<string, string | undefined> {
  const parts = text.split(/[;\n]/).map((part) => part.trim());
  const [city, postalCode, street, name] = parts.toReversed();
  return parts.length > 4 ? {} : { name, street, postalCode, city };
}

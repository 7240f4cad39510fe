/** Asks for a person: opens a case about what is being talked about, or shows the one that is open. */
import { z } from 'zod';
import type { Cases } from '../../commerce/support/cases.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { type SituationNeeds, situationOf } from './situation.ts';

export interface OpenCaseNeeds extends SituationNeeds {
  cases: Cases;
  agents: { areThere: boolean };
}

const questionSchema = z.string().trim().max(2_000).catch('');

export class OpenCaseDialog extends OneTurnDialog<OpenCaseNeeds> {
  protected override async run({ turn, subject, said }: Begun): Promise<Next | undefined> {
    if (!this.needs.agents.areThere) {
      await turn.say('dialogs.case.noDesk');
      return undefined;
    }
    const { inputs, text } = turn.intent;
    const question = said === '' ? questionSchema.parse(inputs.question ?? '') : text;
    const { caseId: _, messageId: _message, ...about } = subject;
    const situation = await situationOf(this.needs, turn, about);
    const wish = { about, question, locale: turn.l.locale, situation };
    const { found, isNew } = await this.needs.cases.open(turn, wish);
    const reference = found.id;
    await turn.close(['answer'], turn.l.t('dialogs.outcome.begun', { reference }));
    await turn.say(`dialogs.case.${isNew ? 'opened' : 'already'}`, { reference });
    turn.addLine({ caseId: reference, side: 'customer' });
    turn.keep();
    return { dialogId: 'my-case', subject: { ...about, caseId: reference } };
  }
}

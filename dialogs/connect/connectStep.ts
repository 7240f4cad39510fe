/** May the organization be read? Answered by its administrator at Microsoft, not here. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { connectCard } from '../../cards/connect/connectCard.ts';
import { consentMinutes } from '../../commerce/model/policyValues.ts';
import type { Connecting } from '../../commerce/ports/connecting.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';

export interface ConnectNeeds extends StepNeeds {
  connecting: Pick<Connecting, 'reads' | 'consentLink'>;
}

export class ConnectStep extends StepDialog<ConnectNeeds> {
  /** With a link of its own each time: the last one may be too old. */
  protected override async present({ turn }: Place): Promise<void> {
    const { connecting } = this.needs;
    const { tenantId, userId, conversation } = turn;
    const link = connecting.consentLink({ tenantId, userId, conversation });
    const view = { reads: connecting.reads, link, minutes: consentMinutes };
    await turn.show('connect', { subject: {} }, (context) => connectCard(view, context));
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    await this.present(step);
    return step.stay();
  }
}

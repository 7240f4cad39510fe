/** What stands in the way of an upgrade is looked at again: the sub-flow of upgrades takes the place of this one. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Subject } from '../../commerce/model/subject.ts';
import type { Step } from '../step/stepDialog.ts';

/** Result of this sub-flow that the diagnosis is to follow. */
export class Diagnose {
  readonly subject: Subject;

  constructor({ subscriptionId }: Subject) {
    this.subject = subscriptionId === undefined ? {} : { subscriptionId };
  }
}

/** @param about whose diagnosis it is; without a subscription, the person chooses */
export function diagnosed(step: Step, about: Subject): Promise<DialogTurnResult> {
  return step.end(new Diagnose(about));
}

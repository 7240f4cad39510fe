/** Answers above the step that waits: help, the way to support, what was asked. */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { answered } from '../step/stepDialog.ts';
import { SubFlow, type SubFlowOptions } from '../step/subFlow.ts';
import { AnswerDialog, type AnswerNeeds } from './answerDialog.ts';
import { ToldDialog } from './toldDialog.ts';

export type AnswersNeeds = AnswerNeeds;

export class AnswersDialog extends SubFlow {
  static readonly commands = { help: 'help', support: 'support' };

  constructor(needs: AnswersNeeds) {
    const steps = [
      new AnswerDialog('help', needs),
      new AnswerDialog('support', needs),
      new ToldDialog('told', {}),
    ];
    super('answers', steps, {
      commands: AnswersDialog.commands,
      verbs: { 'help.show': 'help', 'support.request': 'support' },
    });
  }

  /** A step that waits below can be gone back to. */
  protected override onBeginDialog(
    innerDC: DialogContext,
    options: SubFlowOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    const back = (innerDC.parent?.stack.length ?? 0) > 1;
    return super.onBeginDialog(innerDC, { ...options, memory: { ...options.memory, back } });
  }

  protected override endComponent(outerDC: DialogContext): Promise<DialogTurnResult> {
    return outerDC.endDialog(answered);
  }
}

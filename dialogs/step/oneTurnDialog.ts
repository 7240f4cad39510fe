/** Shows or does something and ends: a step that waits below it goes on waiting. */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import type { Subject } from '../../commerce/model/subject.ts';
import { Dialog } from './sdkDialogs.ts';
import type { StepOptions } from './stepOptions.ts';
import { type Turn, turnOf } from './turn.ts';

/** What it begins with. */
export interface Begun {
  turn: Turn;
  subject: Subject;
  /** What was typed after the command. */
  said: string;
  memory: Record<string, unknown>;
}

/** The dialog that takes its place. */
export interface Next {
  dialogId: string;
  subject: Subject;
}

export abstract class OneTurnDialog<Needs> extends Dialog<StepOptions> {
  protected readonly needs: Needs;

  constructor(id: string, needs: Needs) {
    super(id);
    this.needs = needs;
  }

  override async beginDialog(
    dc: DialogContext,
    { subject, memory = {} }: StepOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    const said = typeof memory.said === 'string' ? memory.said : '';
    const next = await this.run({ turn: turnOf(dc.context), subject, said, memory });
    return next ? dc.replaceDialog(next.dialogId, { subject: next.subject }) : dc.endDialog();
  }

  protected abstract run(begun: Begun): Promise<Next | undefined>;
}

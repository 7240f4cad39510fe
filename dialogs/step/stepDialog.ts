/** A step of the conversation: shows one card, then takes a press or a text as its answer. */

import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { Told } from '../../cards/answers/answerCard.ts';
import { type Subject, subjectSchema } from '../../commerce/model/subject.ts';
import { isQuestion } from '../../understanding/questionKind.ts';
import { answerTo } from '../answers/answerTo.ts';
import type { Services } from './services.ts';
import { type Turn, turnOf } from './turn.ts';

export interface StepOptions {
  subject: Subject;
  memory?: Record<string, unknown>;
  /** Take the answer of a card that already stands in the conversation: show nothing first. */
  resumed?: boolean;
}

/** Where a step stands. */
export interface Place {
  turn: Turn;
  subject: Subject;
  /** Kept with the step until it is left; small and plain. */
  memory: Record<string, unknown>;
}

/** How a step goes on. */
export interface Step extends Place {
  /** Leaves this step for another one. */
  go(
    dialogId: string,
    subject?: Subject,
    memory?: Record<string, unknown>,
  ): Promise<DialogTurnResult>;
  /** Waits for the next answer. */
  stay(): Promise<DialogTurnResult>;
  /** Answers a question, and waits as before. */
  tell(told: Told): Promise<DialogTurnResult>;
  /** Ends the upgrade; the conversation is open again. */
  end(): Promise<DialogTurnResult>;
}

export abstract class StepDialog extends Dialog<StepOptions> {
  protected readonly services: Services;

  constructor(id: string, services: Services) {
    super(id);
    this.services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options: StepOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    if (dc.activeDialog)
      dc.activeDialog.state = { subject: options.subject, memory: options.memory ?? {} };
    return options.resumed ? Dialog.EndOfTurn : this.enter(stepOf(dc));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const step = stepOf(dc);
    if (step.turn.intent.subject) {
      step.subject = step.turn.intent.subject;
      if (dc.activeDialog) dc.activeDialog.state.subject = step.subject;
    }
    return this.receive(step);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.present({ turn: turnOf(context), ...stateOf(instance) });
  }

  /** Something was shown in between (help, a status); this step waits as before. */
  override async resumeDialog(): Promise<DialogTurnResult> {
    return Dialog.EndOfTurn;
  }

  /**
   * Waits on, since the answer was not understood: it may have been a question to us.
   * @param key the sentence that says what can be answered here.
   */
  protected async hint(
    step: Step,
    key: string,
    values?: Record<string, string | number>,
  ): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { text } = turn.intent;
    const told = await answerTo(this.services, turn, text, subject);
    if (told) return step.tell(told);
    if (isQuestion(text)) await turn.say('dialogs.noAnswer');
    await turn.say(key, values);
    return step.stay();
  }

  /** Called once on arrival. A step with nothing to ask says so and goes on. */
  protected async enter(step: Step): Promise<DialogTurnResult> {
    await this.present(step);
    return step.stay();
  }

  /** Shows the card. */
  protected abstract present(place: Place): Promise<void>;

  /** Takes the answer. */
  protected abstract receive(step: Step): Promise<DialogTurnResult>;
}

function stateOf(instance: DialogInstance | undefined): Pick<Place, 'subject' | 'memory'> {
  return {
    subject: subjectSchema.parse(instance?.state?.subject ?? {}),
    memory: instance?.state?.memory ?? {},
  };
}

function stepOf(dc: DialogContext): Step {
  const state = stateOf(dc.activeDialog);
  return {
    turn: turnOf(dc.context),
    subject: state.subject,
    memory: state.memory,
    go: (dialogId, subject = state.subject, memory = {}) =>
      dc.replaceDialog(dialogId, { subject, memory }),
    stay: async () => Dialog.EndOfTurn,
    tell: (told) => {
      if (dc.activeDialog) dc.activeDialog.state.answered = true;
      return dc.beginDialog('answer', { told, back: true, subject: state.subject });
    },
    end: () => dc.endDialog(),
  };
}

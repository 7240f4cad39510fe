/** A step of the conversation: shows one card, then takes a press or a text as its answer. */

import type { TurnContext } from 'botbuilder';
import type {
  DialogContext,
  DialogInstance,
  DialogReason,
  DialogTurnResult,
} from 'botbuilder-dialogs';
import type { Told } from '../../cards/answers/answerCard.ts';
import { type Subject, subjectSchema } from '../../commerce/model/subject.ts';
import { match } from '../../understanding/phrases.ts';
import { isQuestion } from '../../understanding/questionKind.ts';
import type { AnswerTo } from './answerTo.ts';
import { Dialog } from './sdkDialogs.ts';
import type { StepOptions } from './stepOptions.ts';
import { type Turn, turnOf } from './turn.ts';

/** Result of a dialog that has answered a question above the step that waits. */
export const answered = 'answered';

export interface StepNeeds {
  answerTo: AnswerTo;
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
  /** Leaves this step for another one, or for another sub-flow. */
  go(
    dialogId: string,
    subject?: Subject,
    memory?: Record<string, unknown>,
  ): Promise<DialogTurnResult>;
  /** Waits for the next answer. */
  stay(): Promise<DialogTurnResult>;
  /** Answers a question, and waits as before. */
  tell(told: Told): Promise<DialogTurnResult>;
  /** Ends the sub-flow; the conversation is open again, unless the sub-flow goes on with the result. */
  end(result?: unknown): Promise<DialogTurnResult>;
}

export abstract class StepDialog<Needs extends StepNeeds = StepNeeds> extends Dialog<StepOptions> {
  protected readonly needs: Needs;

  constructor(id: string, needs: Needs) {
    super(id);
    this.needs = needs;
  }

  override async beginDialog(
    dc: DialogContext,
    options: StepOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    if (await turnOf(dc.context).withholds(this.id)) return dc.endDialog();
    if (dc.activeDialog)
      dc.activeDialog.state = { subject: options.subject, memory: options.memory ?? {} };
    return options.resumed ? Dialog.EndOfTurn : this.enter(stepOf(dc));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const step = stepOf(dc);
    const { intent } = step.turn;
    if (intent.subject) {
      step.subject = intent.subject;
      if (dc.activeDialog) dc.activeDialog.state.subject = step.subject;
    }
    if (intent.wordless) return this.wordless(step);
    if (endsAnswer(dc) && match(intent.text, 'back') !== undefined) {
      await this.present(step);
      return step.stay();
    }
    return this.receive(step);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.present({ turn: turnOf(context), ...stateOf(instance) });
  }

  /** Something was shown in between (help, a status); this step waits as before. */
  override async resumeDialog(
    { activeDialog }: DialogContext,
    _reason: DialogReason,
    result?: unknown,
  ): Promise<DialogTurnResult> {
    if (activeDialog && result === answered) activeDialog.state.answered = true;
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
    const told = await this.needs.answerTo(turn, text, subject);
    if (told) return step.tell(told);
    const noAnswer = isQuestion(text) ? [{ key: 'dialogs.noAnswer' }] : [];
    turn.unread = [...noAnswer, { key, values }];
    return step.stay();
  }

  /** Waits on, since there was nothing to read in the answer. */
  protected async wordless(step: Step): Promise<DialogTurnResult> {
    await step.turn.say('dialogs.wordless');
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

/** Whether what came last was an answer to a question: `back`, said right after it, means back to this step. */
function endsAnswer({ activeDialog }: DialogContext): boolean {
  const last = activeDialog?.state.answered === true;
  if (activeDialog) delete activeDialog.state.answered;
  return last;
}

function stepOf(dc: DialogContext): Step {
  const state = stateOf(dc.activeDialog);
  return {
    turn: turnOf(dc.context),
    ...state,
    go: (dialogId, subject = state.subject, memory = {}) =>
      dc.replaceDialog(dialogId, { subject, memory }),
    stay: async () => Dialog.EndOfTurn,
    tell: (told) =>
      dc.beginDialog('answers', { step: 'told', subject: state.subject, memory: { told } }),
    end: (result) => dc.endDialog(result),
  };
}

/** The step that waits, if one does: its id, what it is about, and what is kept with it. */
export function waitingStep(
  dc: DialogContext,
): { id: string | undefined } & Pick<Place, 'subject' | 'memory'> {
  let deepest = dc;
  for (let { child } = deepest; child; child = child.child) deepest = child;
  const { activeDialog } = deepest;
  return { id: activeDialog?.id, ...stateOf(activeDialog) };
}

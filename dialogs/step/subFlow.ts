/** A part of the conversation, as a component dialog: its steps, and what it is begun by. */
import type { DialogContext, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { type CardId, stepCards, type Verb } from '../../cards/cards.ts';
import { match } from '../../understanding/phrases.ts';
import { LeanComponent } from './leanComponent.ts';
import { Dialog } from './sdkDialogs.ts';
import type { StepOptions } from './stepOptions.ts';
import { type Intent, turnOf } from './turn.ts';

/** The step that something said or pressed begins, whatever is being asked. */
export type Openings<Name extends string = string> = Readonly<Partial<Record<Name, string>>>;

export interface Opening {
  step: string;
  /** The words after the command. */
  said: string;
}

export interface SubFlowOptions extends StepOptions {
  /** The first one, unless another is named. */
  step?: string;
}

export class SubFlow extends LeanComponent<SubFlowOptions> {
  /** Cards that its steps ask with. A sub-flow that asks takes the place of another one that does. */
  readonly asksWith: readonly CardId[];
  readonly #commands: Openings;
  readonly #verbs: Openings<Verb>;

  /** @param commands by names of phrases, tried in their order */
  constructor(
    id: string,
    steps: readonly Dialog[],
    opened: { commands: Openings; verbs: Openings<Verb> },
  ) {
    super(id);
    for (const step of steps) this.addDialog(step);
    this.asksWith = stepCards.filter((card) => this.findDialog(card) !== undefined);
    this.#commands = opened.commands;
    this.#verbs = opened.verbs;
  }

  /** What a text begins here. */
  hears(text: string): Opening | undefined {
    for (const [phrases, step] of Object.entries(this.#commands)) {
      const said = match(text, phrases);
      if (step !== undefined && said !== undefined) return { step, said };
    }
    return undefined;
  }

  /** Whether a text wishes what this is for, without saying its name. */
  wishedBy(_text: string, _meant: string | undefined): boolean {
    return false;
  }

  /** The step that a button begins here, other than one that answers a step. */
  pressed({ verb }: Intent): string | undefined {
    return verb && this.#verbs[verb];
  }

  protected override onBeginDialog(
    innerDC: DialogContext,
    options: SubFlowOptions = { subject: {} },
  ): Promise<DialogTurnResult> {
    return innerDC.beginDialog(options.step ?? this.initialDialogId, options);
  }

  /** A button of an earlier step leads back to that step, as it was then. */
  protected override async onContinueDialog(innerDC: DialogContext): Promise<DialogTurnResult> {
    const { card, subject = {} } = turnOf(innerDC.context).intent;
    if (card && this.asksWith.includes(card) && innerDC.activeDialog?.id !== card) {
      await innerDC.replaceDialog(card, { subject, resumed: true });
    }
    return innerDC.continueDialog();
  }

  /** Something was shown in between. The step waits on; the SDK would have it ask again. */
  override async resumeDialog(
    outerDC: DialogContext,
    reason: DialogReason,
    result?: unknown,
  ): Promise<DialogTurnResult> {
    const innerDC = this.createChildContext(outerDC);
    const step = innerDC.activeDialog && innerDC.findDialog(innerDC.activeDialog.id);
    await step?.resumeDialog(innerDC, reason, result);
    return Dialog.EndOfTurn;
  }
}

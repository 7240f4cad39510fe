/** The dialog tree as the turn pipeline sees it: stack in, stack out, with a version of its shape. */
import type { TurnContext } from 'botbuilder';
import type { Dialog, DialogState } from 'botbuilder-dialogs';
import { leanContext } from '../step/leanContext.ts';
import { DialogContextError, DialogSet, DialogTurnStatus } from '../step/sdkDialogs.ts';
import { attachTurn, type Turn } from '../step/turn.ts';

/** Raised when what a step keeps changes its form; part of the version, as the names of all dialogs are. */
const form = 2;

export class DialogTree {
  /** Stored stacks of another version are not continued. */
  readonly version: string;
  readonly #root: Dialog;
  readonly #hears: (turn: Turn) => Promise<boolean>;
  readonly #dialogs = new DialogSet();

  /** @param hears what is not for the dialogs, and so ends a turn */
  constructor(root: Dialog, hears: (turn: Turn) => Promise<boolean>) {
    this.#root = root;
    this.#hears = hears;
    this.#dialogs.add(root);
    this.version = `${form}/${root.getVersion()}`;
  }

  /**
   * @param state what the last turn returned, now this one's to change
   * @returns what the next one needs.
   * @throws what a step throws
   */
  async run(context: TurnContext, turn: Turn, state: unknown): Promise<unknown> {
    if (await this.#hears(turn)) return state;
    if (turn.intent.change) {
      if (turn.intent.change === 'edited') await turn.say('dialogs.edited');
      return state;
    }
    const stack = (state ?? { dialogStack: [] }) as DialogState;
    attachTurn(context, turn);
    const dc = leanContext(this.#dialogs, context, stack.dialogStack);
    try {
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog(this.#root.id);
    } catch (error) {
      throw error instanceof DialogContextError ? error.error : error;
    }
    return stack;
  }
}

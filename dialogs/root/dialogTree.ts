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
  readonly #dialogs = new DialogSet();

  constructor(root: Dialog) {
    this.#root = root;
    this.#dialogs.add(root);
    this.version = `${form}/${root.getVersion()}`;
  }

  /**
   * @param state what the last turn returned, now this one's to change
   * @returns what the next one needs.
   * @throws what a step throws
   */
  async run(context: TurnContext, turn: Turn, state: unknown): Promise<unknown> {
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

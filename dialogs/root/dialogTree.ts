/** The dialog tree as the turn pipeline sees it: stack in, stack out, with a version of its shape. */
import type { TurnContext } from 'botbuilder';
import {
  type Dialog,
  DialogContext,
  DialogContextError,
  DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  DialogTurnStatus,
} from 'botbuilder-dialogs';
import { attachTurn, type Turn } from '../step/turn.ts';

/** Where the SDK looks, in each turn, for what its state manager consists of. */
const configurationKey = 'DialogStateManagerConfiguration';
/** Raised when what a step keeps changes its form; part of the version, as the names of all dialogs are. */
const form = 2;

export class DialogTree {
  /** Stored stacks of another version are not continued. */
  readonly version: string;
  readonly #root: Dialog;
  readonly #dialogs = new DialogSet();
  /** The SDK puts it together anew in each turn that has none, though it depends on no turn. */
  #configuration: DialogStateManagerConfiguration | undefined;

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
    if (this.#configuration) context.turnState.set(configurationKey, this.#configuration);
    const dc = new DialogContext(this.#dialogs, context, stack);
    this.#configuration = dc.state.configuration;
    try {
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog(this.#root.id);
    } catch (error) {
      throw error instanceof DialogContextError ? error.error : error;
    }
    return stack;
  }
}

/** The dialog tree as the turn pipeline sees it: state in, state out, with a version of its shape. */
import { createHash } from 'node:crypto';
import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import {
  DialogSet,
  type DialogStateManagerConfiguration,
  DialogTurnStatus,
} from 'botbuilder-dialogs';
import { MainDialog } from './mainDialog.ts';
import type { Services } from './services.ts';
import { attachTurn, type Turn } from './turn.ts';

const stateKey = Symbol('dialogState');
/** Where the SDK looks, in each turn, for what its state manager consists of. */
const configurationKey = 'DialogStateManagerConfiguration';

interface StateHolder {
  state: unknown;
}

/** Keeps the stack in the turn: the pipeline reads and writes it with the conversation. */
const stateOfTurn: StatePropertyAccessor = {
  async get(context: TurnContext, fallback?: unknown) {
    const holder: StateHolder = context.turnState.get(stateKey);
    holder.state ??= fallback;
    return holder.state;
  },
  async set(context: TurnContext, value: unknown) {
    context.turnState.set(stateKey, { state: value });
  },
  async delete(context: TurnContext) {
    context.turnState.set(stateKey, { state: undefined });
  },
};

export class DialogTree {
  /** Stored stacks of another version are not continued. */
  readonly version: string;
  readonly #dialogs: DialogSet;
  /** The SDK puts it together anew in each turn that has none, though it depends on no turn. */
  #configuration: DialogStateManagerConfiguration | undefined;

  constructor(services: Services) {
    const main = new MainDialog(services);
    this.#dialogs = new DialogSet(stateOfTurn).add(main);
    const ids = main.dialogs.getDialogs().map(({ id }) => id);
    this.version = createHash('sha256').update(ids.sort().join()).digest('hex').slice(0, 12);
  }

  /**
   * @param state what the last turn returned.
   * @returns what the next one needs.
   * @throws what a step throws
   */
  async run(context: TurnContext, turn: Turn, state: unknown): Promise<unknown> {
    const holder: StateHolder = { state };
    context.turnState.set(stateKey, holder);
    attachTurn(context, turn);
    if (this.#configuration) context.turnState.set(configurationKey, this.#configuration);
    const dc = await this.#dialogs.createContext(context);
    this.#configuration = dc.state.configuration;
    try {
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog('main');
    } catch (error) {
      throw unwrapped(error);
    }
    return holder.state;
  }
}

/** The SDK puts what a dialog throws into an error of a class that it keeps to itself. */
function unwrapped(error: unknown): unknown {
  return error instanceof Error && 'error' in error ? error.error : error;
}

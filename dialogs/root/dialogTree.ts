/** The dialog tree as the turn pipeline sees it: stack in, stack out, with a version of its shape. */
import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import {
  DialogContext,
  type DialogState,
  type DialogStateManagerConfiguration,
} from 'botbuilder-dialogs';
import type { Services } from '../step/services.ts';
import { attachTurn, type Turn } from '../step/turn.ts';
import { MainDialog } from './rootDialog.ts';

/** Where the SDK looks, in each turn, for what its state manager consists of. */
const configurationKey = 'DialogStateManagerConfiguration';
/** How steps lie in a stored stack; part of the version, as their names are. */
const layout = 'one stack, each step with its subject';

export class DialogTree {
  /** Stored stacks of another version are not continued. */
  readonly version: string;
  readonly #main: MainDialog;
  /** The SDK puts it together anew in each turn that has none, though it depends on no turn. */
  #configuration: DialogStateManagerConfiguration | undefined;

  constructor(services: Services) {
    this.#main = new MainDialog(services);
    const ids = this.#main.steps.getDialogs().map(({ id }) => id);
    const shape = [layout, ...ids.sort()].join();
    this.version = createHash('sha256').update(shape).digest('hex').slice(0, 12);
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
    const dc = new DialogContext(this.#main.steps, context, stack);
    this.#configuration = dc.state.configuration;
    try {
      await this.#main.hear(dc);
    } catch (error) {
      throw unwrapped(error);
    }
    return stack;
  }
}

/** The SDK puts what a dialog throws into an error of a class that it keeps to itself. */
function unwrapped(error: unknown): unknown {
  return error instanceof Error && 'error' in error ? error.error : error;
}

/**
 * The root where tenants have to be connected first: lets nobody further whose organization is not, and
 * shows the way when it is not any more. Help and questions are answered all the same.
 */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { type ErrorCode, UpgraderaError } from '../../commerce/base/errors.ts';
import type { Connecting, ConsentOutcome } from '../../commerce/ports/connecting.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import type { Watching } from '../../commerce/watch/watching.ts';
import { languageAsked, match } from '../../understanding/phrases.ts';
import { isQuestion } from '../../understanding/questionKind.ts';
import { isWish } from '../../understanding/wish.ts';
import { AnswersDialog } from '../answers/answersDialog.ts';
import { ConnectDialog } from '../connect/connectDialog.ts';
import { Dialog, DialogTurnStatus } from '../step/sdkDialogs.ts';
import { waitingStep } from '../step/stepDialog.ts';
import type { SubFlow } from '../step/subFlow.ts';
import { type Turn, turnOf } from '../step/turn.ts';
import { RootDialog, type RootNeeds } from './rootDialog.ts';

/** What an administrator of the organization can mend. Anything else is for who runs the bot. */
const lost: readonly ErrorCode[] = [
  'connection.missing',
  'connection.not-consented',
  'connection.no-permission',
  'connection.token-refused',
  'connection.blocked',
];

export interface GuardedRootNeeds extends RootNeeds {
  connecting: Connecting;
  watching: Pick<Watching, 'stopAll'>;
  orders: OrderRepository;
  /** Real time. */
  now(): Temporal.Instant;
}

export class GuardedRoot extends RootDialog {
  readonly #connecting: Connecting;
  readonly #answers: SubFlow | undefined;
  readonly #answerTo: RootNeeds['answerTo'];

  constructor(flows: readonly SubFlow[], needs: GuardedRootNeeds) {
    super([new ConnectDialog(needs), ...flows], needs);
    this.#connecting = needs.connecting;
    this.#answers = flows.find((flow) => flow instanceof AnswersDialog);
    this.#answerTo = needs.answerTo;
  }

  protected override onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(dc, () => super.onBeginDialog(dc));
  }

  protected override onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(dc, () => super.onContinueDialog(dc));
  }

  async #hear(dc: DialogContext, goOn: () => Promise<DialogTurnResult>): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { tenantId, userId } = turn;
    if (!this.#connecting.isPossible(tenantId)) {
      await turn.say('dialogs.connect.noTenant');
      return resultOf(dc);
    }
    if (!(await this.#connecting.find(tenantId))) return this.#outside(dc, turn, goOn);
    try {
      const standing = await this.#connecting.standingOf(tenantId, userId);
      if (standing === 'guest' || standing === 'stranger') {
        await dc.cancelAllDialogs();
        await turn.say(`dialogs.connect.outcomes.${standing}`);
        return resultOf(dc);
      }
      if (isAsideOf(dc, turn.intent.consent)) return await this.#told(dc, turn);
      await this.#connected(dc, turn);
      return await goOn();
    } catch (error) {
      if (!(error instanceof UpgraderaError) || !lost.includes(error.code)) throw error;
      await turn.say(error.localeKey);
      return this.#show(dc, turn);
    }
  }

  /** What was said before the way was free is heard now. */
  async #connected(dc: DialogContext, turn: Turn): Promise<void> {
    const { id, memory } = waitingStep(dc);
    const { consent } = turn.intent;
    if (id === 'connect') {
      await dc.cancelAllDialogs();
      await turn.close(['connect'], turn.l.t('dialogs.outcome.connected'));
    }
    if (turn.intent.verb === 'connect.link') turn.intent = { inputs: {}, text: '' };
    if (!consent) return;
    await turn.say(`dialogs.connect.outcomes.${consent}`);
    turn.keep();
    const said = typeof memory.said === 'string' ? memory.said : '';
    turn.intent = { inputs: {}, text: id === 'connect' ? said : '' };
  }

  /** What waits for it asks once more. */
  async #told(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const { consent } = turn.intent;
    await turn.close(['allow-licences'], turn.l.t(`dialogs.connect.outcomes.${consent}`));
    await turn.say(`dialogs.connect.outcomes.${consent}`);
    turn.keep();
    if (dc.activeDialog) await dc.repromptDialog();
    return resultOf(dc);
  }

  async #outside(
    dc: DialogContext,
    turn: Turn,
    goOn: () => Promise<DialogTurnResult>,
  ): Promise<DialogTurnResult> {
    const { consent, text, verb } = turn.intent;
    const locale = languageAsked(text);
    if (consent) await turn.say(`dialogs.connect.outcomes.${consent}`);
    else if (locale) {
      turn.setLocale(locale);
      await turn.say('dialogs.language');
      turn.keep();
    } else if (verb ? this.#answers?.pressed(turn.intent) : this.#isHeardAnyway(text)) {
      return goOn();
    } else if (isQuestion(text) && !isWish(text)) {
      const told = await this.#answerTo(turn, text, {});
      if (told) {
        await dc.beginDialog('answers', { step: 'told', subject: {}, memory: { told } });
        return resultOf(dc);
      }
    }
    const { id, memory } = waitingStep(dc);
    const isHeard = text !== '' && !locale;
    const said = isHeard ? text : id === 'connect' ? memory.said : '';
    return this.#show(dc, turn, said);
  }

  #isHeardAnyway(text: string): boolean {
    const names = ['cancel', 'courtesy'];
    return (
      this.#answers?.hears(text) !== undefined ||
      names.some((name) => match(text, name) !== undefined)
    );
  }

  /** @param said what is heard once the organization is connected */
  async #show(dc: DialogContext, turn: Turn, said?: unknown): Promise<DialogTurnResult> {
    await dc.cancelAllDialogs();
    const heard = said ?? turn.intent.text;
    await dc.beginDialog('connecting', { step: 'connect', subject: {}, memory: { said: heard } });
    return resultOf(dc);
  }
}

/** A consent that was asked for beside what waits, such as to change licences. */
function isAsideOf(dc: DialogContext, consent: ConsentOutcome | undefined): boolean {
  if (consent === undefined || consent === 'connected') return false;
  const { id } = waitingStep(dc);
  return consent.startsWith('licences') || (id !== undefined && id !== 'connect');
}

function resultOf(dc: DialogContext): DialogTurnResult {
  return dc.activeDialog ? Dialog.EndOfTurn : { status: DialogTurnStatus.complete };
}

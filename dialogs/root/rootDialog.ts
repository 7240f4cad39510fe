/** The root of the tree: hears what may be said at any point, and hands the rest to the step that waits. */
import { Dialog, type DialogContext, DialogSet, type DialogTurnResult } from 'botbuilder-dialogs';
import type { AnswerView, Told } from '../../cards/answers/answerCard.ts';
import { type CardId, stepCards, type Verb, verbsOfCard } from '../../cards/cards.ts';
import { languageAsked, match } from '../../understanding/phrases.ts';
import { isForStep, isQuestion } from '../../understanding/questionKind.ts';
import { AnswerDialog } from '../answers/answerDialog.ts';
import { answerTo } from '../answers/answerTo.ts';
import { listFailures } from '../orders/listFailures.ts';
import { MuteDialog } from '../orders/muteDialog.ts';
import { OrderDialog } from '../orders/orderDialog.ts';
import { orderAsked, StatusDialog } from '../orders/statusDialog.ts';
import { StopWatchDialog } from '../orders/stopWatchDialog.ts';
import { WithdrawDialog } from '../orders/withdrawDialog.ts';
import type { Services } from '../step/services.ts';
import { type Turn, turnOf } from '../step/turn.ts';
import { runTesterCommand } from '../tester/testerCommands.ts';
import { ComparisonDialog } from '../upgrade/comparisonDialog.ts';
import { ConfigureDialog } from '../upgrade/configureDialog.ts';
import { DiagnosisDialog } from '../upgrade/diagnosisDialog.ts';
import { ForfeitDialog } from '../upgrade/forfeitDialog.ts';
import { PlansDialog } from '../upgrade/plansDialog.ts';
import { ProductsDialog } from '../upgrade/productsDialog.ts';
import { ChangeItemsDialog } from '../upgrade/review/changeItemsDialog.ts';
import { ChangePaymentDialog } from '../upgrade/review/changePaymentDialog.ts';
import { ChangeSoldToDialog } from '../upgrade/review/changeSoldToDialog.ts';
import { ReviewDialog } from '../upgrade/review/reviewDialog.ts';
import { type Command, commandNames } from './commands.ts';
import { HomeDialog } from './homeDialog.ts';

type Handler = (dc: DialogContext, turn: Turn, rest: string) => Promise<DialogTurnResult>;

export class MainDialog {
  /** The steps. Those that wait lie on a stack; with none there, the conversation is open. */
  readonly steps = new DialogSet();
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
    this.steps.add(new HomeDialog(services));
    this.steps.add(new ProductsDialog('products', services));
    this.steps.add(new DiagnosisDialog('diagnosis', services));
    this.steps.add(new PlansDialog('plans', services));
    this.steps.add(new ComparisonDialog('comparison', services));
    this.steps.add(new ConfigureDialog(services));
    this.steps.add(new ForfeitDialog('forfeit', services));
    this.steps.add(new ReviewDialog('review', services));
    this.steps.add(new ChangeSoldToDialog('change-soldto', services));
    this.steps.add(new ChangePaymentDialog('change-payment', services));
    this.steps.add(new ChangeItemsDialog(services));
    this.steps.add(new OrderDialog(services));
    this.steps.add(new WithdrawDialog(services));
    this.steps.add(new MuteDialog(services));
    this.steps.add(new StatusDialog(services));
    this.steps.add(new StopWatchDialog(services));
    this.steps.add(new AnswerDialog(services));
  }

  /** @throws what a step throws */
  async hear(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context);
    await (turn.intent.verb ? this.#press(dc, turn, turn.intent.verb) : this.#text(dc, turn));
  }

  async #text(dc: DialogContext, turn: Turn): Promise<unknown> {
    const { text } = turn.intent;
    if (text === '') return dc.beginDialog('home');
    const tester = await runTesterCommand(this.#services, turn);
    if (tester === 'newTenant') await dc.cancelAllDialogs();
    if (tester !== 'none') return undefined;
    const locale = languageAsked(text);
    if (locale) {
      turn.setLocale(locale);
      await turn.say('dialogs.language');
      turn.keep();
      return this.#again(dc);
    }
    const asks = isQuestion(text);
    for (const command of commandNames) {
      const rest = match(text, command);
      if (rest === undefined) continue;
      // `Can I upgrade only some users?` asks; `can you upgrade my plan to E3?` wishes.
      const told = command === 'upgrade' && asks && (await this.#answerTo(dc, turn, rest));
      return told ? this.#tell(dc, turn, { told }) : this.#commands[command](dc, turn, rest);
    }
    if (orderAsked(text) !== undefined) return this.#status(dc, turn, text);
    if (this.#backFromAnswer(dc, text)) return this.#again(dc);
    if (dc.activeDialog && (!asks || isForStep(text))) return this.#answerStep(dc);
    const told = await this.#answerTo(dc, turn, text);
    if (told) return this.#tell(dc, turn, { told });
    if (dc.activeDialog) return this.#answerStep(dc);
    // `ok` answers a step; with none waiting it is only kind.
    if (match(text, 'acknowledged') !== undefined) return this.#courtesy(dc, turn, '');
    await turn.say(asks ? 'dialogs.noAnswer' : 'dialogs.notUnderstood');
    return dc.beginDialog('home');
  }

  #answerTo({ activeDialog }: DialogContext, turn: Turn, text: string): Promise<Told | undefined> {
    return answerTo(this.#services, turn, text, activeDialog?.state.subject ?? {});
  }

  /** Shows an answer above the step that waits. */
  #tell(dc: DialogContext, { intent }: Turn, answer: { id: AnswerView['id'] } | { told: Told }) {
    const waiting = dc.activeDialog;
    if (waiting) waiting.state.answered = true;
    const subject = intent.subject ?? waiting?.state.subject ?? {};
    return dc.beginDialog('answer', { ...answer, back: waiting !== undefined, subject });
  }

  async #press(dc: DialogContext, turn: Turn, verb: Verb): Promise<unknown> {
    const handler = this.#verbs[verb];
    if (handler) return handler(dc, turn, '');
    if (turn.intent.answered && verb === 'order.place') return this.#placeAgain(dc, turn);
    // A button of an earlier step leads back to that step, as it was then.
    const owner = turn.intent.card ?? stepCards.find((id) => verbsOf(id).includes(verb));
    if (!owner || !stepCards.includes(owner)) return this.#again(dc);
    if (dc.activeDialog?.id !== owner) {
      await dc.cancelAllDialogs();
      await dc.beginDialog(owner, { subject: turn.intent.subject ?? {}, resumed: true });
    }
    return this.#answerStep(dc);
  }

  readonly #start: Handler = async (dc, turn, said) => {
    await dc.cancelAllDialogs();
    await turn.close(stepCards, turn.l.t('dialogs.outcome.replaced'));
    const { card, subject } = turn.intent;
    // The notice that the way is free is about one subscription: nobody is asked which.
    if (card === 'notice' && subject?.watchId) {
      return dc.beginDialog('diagnosis', { subject: { subscriptionId: subject.subscriptionId } });
    }
    return dc.beginDialog('products', { subject: {}, memory: said ? { said } : {} });
  };

  readonly #answer =
    (id: AnswerView['id']): Handler =>
    (dc, turn) =>
      this.#tell(dc, turn, { id });

  readonly #status: Handler = (dc) => dc.beginDialog('status');

  readonly #courtesy: Handler = async (_dc, turn) => {
    await turn.say('dialogs.courtesy');
    return Dialog.EndOfTurn;
  };

  readonly #cancel: Handler = async (dc, turn) => {
    const active = dc.activeDialog !== undefined;
    await dc.cancelAllDialogs();
    await turn.close(stepCards, turn.l.t('dialogs.outcome.cancelled'));
    await turn.say(active ? 'dialogs.cancelled' : 'dialogs.nothingToCancel');
    return Dialog.EndOfTurn;
  };

  readonly #commands: Record<Command, Handler> = {
    withdraw: (dc, _turn, said) => dc.beginDialog('withdraw', { said }),
    mute: (dc, _turn, said) => dc.beginDialog('mute', { mute: true, said }),
    unmute: (dc, _turn, said) => dc.beginDialog('mute', { mute: false, said }),
    cancel: this.#cancel,
    startOver: async (dc) => {
      await dc.cancelAllDialogs();
      return dc.beginDialog('home');
    },
    status: this.#status,
    help: this.#answer('help'),
    support: this.#answer('support'),
    manual: this.#answer('manual'),
    upgrade: this.#start,
    home: (dc) => dc.beginDialog('home'),
    courtesy: this.#courtesy,
  };

  readonly #verbs: Partial<Record<Verb, Handler>> = {
    'upgrade.start': this.#start,
    'status.show': this.#status,
    'help.show': this.#answer('help'),
    'manual.start': this.#answer('manual'),
    'support.request': this.#answer('support'),
    'watch.stop': (dc) => dc.beginDialog('stop-watch'),
    'answer.back': (dc) => this.#again(dc),
    'order.withdraw': (dc, { intent }) =>
      dc.beginDialog('withdraw', { orderId: intent.subject?.orderId, said: '' }),
    'notice.mute': (dc, { intent }) =>
      dc.beginDialog('mute', { mute: true, orderId: intent.subject?.orderId, said: '' }),
    'order.list': (_dc, turn) => listFailures(this.#services, turn),
    'order.refresh': (dc, { intent }) =>
      dc.beginDialog('order', { subject: { orderId: intent.subject?.orderId ?? intent.choice } }),
  };

  /** A review that was answered before orders nothing; what it has ordered is shown. */
  async #placeAgain(dc: DialogContext, turn: Turn): Promise<unknown> {
    const { quoteId } = turn.intent.subject ?? {};
    const placed = quoteId && (await this.#services.orders.findByQuote(quoteId));
    if (placed) return dc.beginDialog('order', { subject: { orderId: placed.value.id } });
    await turn.say('dialogs.review.superseded');
    return undefined;
  }

  /** `back`, said right after an answer, means back to the question, not to the one before it. */
  #backFromAnswer({ activeDialog }: DialogContext, text: string): boolean {
    const answered = activeDialog?.state.answered === true;
    if (activeDialog) delete activeDialog.state.answered;
    return answered && match(text, 'back') !== undefined;
  }

  /** As the SDK's `continueDialog`, without the event before it, which no dialog here hears. */
  async #answerStep(dc: DialogContext): Promise<DialogTurnResult> {
    const step = dc.activeDialog && dc.findDialog(dc.activeDialog.id);
    return step ? step.continueDialog(dc) : Dialog.EndOfTurn;
  }

  /** Asks the waiting question again; without one, shows what can be done. */
  async #again(dc: DialogContext): Promise<DialogTurnResult> {
    if (!dc.activeDialog) return dc.beginDialog('home');
    await dc.repromptDialog();
    return Dialog.EndOfTurn;
  }
}

function verbsOf(id: CardId): readonly string[] {
  return verbsOfCard[id];
}

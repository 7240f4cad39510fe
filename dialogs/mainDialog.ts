/** The root of the tree: hears what may be said at any point, and hands the rest to the step that waits. */
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogTurnResult,
  DialogTurnStatus,
} from 'botbuilder-dialogs';
import { type CardId, type Verb, verbsOfCard } from '../cards/verbs.ts';
import { AnswerDialog } from './answerDialog.ts';
import { ChangeItemsDialog } from './changeItemsDialog.ts';
import { ChangePaymentDialog } from './changePaymentDialog.ts';
import { ChangeSoldToDialog } from './changeSoldToDialog.ts';
import { type Command, commandNames } from './commands.ts';
import { ComparisonDialog } from './comparisonDialog.ts';
import { ConfigureDialog } from './configureDialog.ts';
import { DiagnosisDialog } from './diagnosisDialog.ts';
import { HomeDialog } from './homeDialog.ts';
import { OrderDialog } from './orderDialog.ts';
import { languageAsked, match } from './phrases.ts';
import { PlansDialog } from './plansDialog.ts';
import { ProductsDialog } from './productsDialog.ts';
import { ReviewDialog } from './reviewDialog.ts';
import type { Services } from './services.ts';
import { StatusDialog } from './statusDialog.ts';
import { runTesterCommand } from './testerCommands.ts';
import { type Turn, turnOf } from './turn.ts';

/** Cards that are the question of a step; the others only show something. */
const stepCards: readonly CardId[] = [
  'products',
  'diagnosis',
  'plans',
  'comparison',
  'configure',
  'review',
  'change-soldto',
  'change-payment',
  'change-items',
];

type Handler = (dc: DialogContext, turn: Turn, rest: string) => Promise<DialogTurnResult>;

export class MainDialog extends ComponentDialog {
  readonly #services: Services;

  constructor(services: Services) {
    super('main');
    this.#services = services;
    this.addDialog(new HomeDialog(services));
    this.addDialog(new ProductsDialog('products', services));
    this.addDialog(new DiagnosisDialog('diagnosis', services));
    this.addDialog(new PlansDialog('plans', services));
    this.addDialog(new ComparisonDialog('comparison', services));
    this.addDialog(new ConfigureDialog(services));
    this.addDialog(new ReviewDialog('review', services));
    this.addDialog(new ChangeSoldToDialog('change-soldto', services));
    this.addDialog(new ChangePaymentDialog('change-payment', services));
    this.addDialog(new ChangeItemsDialog(services));
    this.addDialog(new OrderDialog(services));
    this.addDialog(new StatusDialog(services));
    this.addDialog(new AnswerDialog(services));
  }

  protected override onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(dc);
  }

  protected override onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(dc);
  }

  async #hear(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    await (turn.intent.verb ? this.#press(dc, turn, turn.intent.verb) : this.#text(dc, turn));
    // The root never ends: an open conversation is one where it waits with nothing below.
    return { status: DialogTurnStatus.waiting };
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
      return this.#again(dc);
    }
    for (const command of commandNames) {
      const rest = match(text, command);
      if (rest !== undefined) return this.#commands[command](dc, turn, rest);
    }
    if (this.#backFromAnswer(dc, text)) return this.#again(dc);
    if (dc.activeDialog) return dc.continueDialog();
    await turn.say('dialogs.notUnderstood');
    return dc.beginDialog('home');
  }

  async #press(dc: DialogContext, turn: Turn, verb: Verb): Promise<unknown> {
    const handler = this.#verbs[verb];
    if (handler) return handler(dc, turn, '');
    // A button of an earlier step leads back to that step, as it was then.
    const owner = turn.intent.card ?? stepCards.find((id) => verbsOf(id).includes(verb));
    if (!owner || !stepCards.includes(owner)) return this.#again(dc);
    if (dc.activeDialog?.id !== owner) {
      await dc.cancelAllDialogs();
      await dc.beginDialog(owner, { draft: turn.intent.subject ?? {}, resumed: true });
    }
    return dc.continueDialog();
  }

  readonly #start: Handler = async (dc, _turn, said) => {
    await dc.cancelAllDialogs();
    return dc.beginDialog('products', { draft: {}, memory: said ? { said } : {} });
  };

  readonly #answer =
    (id: 'help' | 'manual' | 'support'): Handler =>
    async (dc, { intent }) => {
      const waiting = dc.activeDialog;
      if (waiting) waiting.state.answered = true;
      const subject = intent.subject ?? waiting?.state.draft ?? {};
      return dc.beginDialog('answer', { id, back: waiting !== undefined, subject });
    };

  readonly #status: Handler = (dc) => dc.beginDialog('status');

  readonly #cancel: Handler = async (dc, turn) => {
    const active = dc.activeDialog !== undefined;
    await dc.cancelAllDialogs();
    await turn.close(stepCards, turn.l.t('dialogs.outcome.cancelled'));
    await turn.say(active ? 'dialogs.cancelled' : 'dialogs.nothingToCancel');
    return Dialog.EndOfTurn;
  };

  readonly #commands: Record<Command, Handler> = {
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
  };

  readonly #verbs: Partial<Record<Verb, Handler>> = {
    'upgrade.start': this.#start,
    'status.show': this.#status,
    'help.show': this.#answer('help'),
    'manual.start': this.#answer('manual'),
    'support.request': this.#answer('support'),
    'answer.back': (dc) => this.#again(dc),
    'order.refresh': (dc, { intent }) =>
      dc.beginDialog('order', { draft: { orderId: intent.subject?.orderId ?? intent.choice } }),
  };

  /** `back`, said right after an answer, means back to the question, not to the one before it. */
  #backFromAnswer({ activeDialog }: DialogContext, text: string): boolean {
    const answered = activeDialog?.state.answered === true;
    if (activeDialog) delete activeDialog.state.answered;
    return answered && match(text, 'back') !== undefined;
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

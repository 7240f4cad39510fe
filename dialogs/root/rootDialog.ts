/** The root of the tree: hears what may be said at any point, and hands the rest to the step that waits. */
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import type { Told } from '../../cards/answers/answerCard.ts';
import { stepCards, type Verb } from '../../cards/cards.ts';
import { seemsToAsk } from '../../understanding/intents/meant.ts';
import { isRefused, likelyMeant, meantInstead } from '../../understanding/intents/meantInstead.ts';
import { partsOf } from '../../understanding/parts.ts';
import { match } from '../../understanding/phrases.ts';
import { isForStep, isQuestion } from '../../understanding/questionKind.ts';
import { isKind, understand } from '../../understanding/understand.ts';
import { isWish } from '../../understanding/wish.ts';
import type { AnswerTo } from '../step/answerTo.ts';
import { type FileNeeds, hearsFile } from '../step/attachedFile.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { LeanComponent } from '../step/leanComponent.ts';
import { Dialog, DialogTurnStatus } from '../step/sdkDialogs.ts';
import { waitingStep } from '../step/stepDialog.ts';
import type { Opening, SubFlow } from '../step/subFlow.ts';
import { type Turn, turnOf } from '../step/turn.ts';
import type { TesterOutcome } from '../tester/testerCommands.ts';
import { type Need, needOfStep, needOfVerb } from './access.ts';
import { type AskReaderNeeds, askReader } from './askReader.ts';
import { HomeDialog, type HomeNeeds } from './homeDialog.ts';
import { isMet } from './meetNeed.ts';
import { orderedAgain } from './orderedAgain.ts';
import { guessedWithdrawal, guessesWithdrawal, phraseFor, waitSentence } from './phraseFor.ts';
import { chosenReading, noAnswer, notUnderstood, readingsOf } from './readings.ts';
import { ReadingsDialog } from './readingsDialog.ts';
import { rootCommands } from './rootCommands.ts';
import { hearsLanguage } from './spoken.ts';
import { isForArticles, isNoAnswer, staysHere, takesNames } from './staysHere.ts';

export interface RootNeeds extends HomeNeeds, AskReaderNeeds, FileNeeds {
  answerTo: AnswerTo;
  factsOf: FactsOfTurn;
  testerCommand(turn: Turn): Promise<TesterOutcome>;
}

export class RootDialog extends LeanComponent<object> {
  readonly #flows: readonly SubFlow[];
  readonly #needs: RootNeeds;

  constructor(flows: readonly SubFlow[], needs: RootNeeds) {
    super('root');
    this.#flows = flows;
    this.#needs = needs;
    this.addDialog(new HomeDialog('home', needs));
    this.addDialog(new ReadingsDialog('readings', {}));
    for (const flow of flows) this.addDialog(flow);
  }

  protected override onBeginDialog(innerDC: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(innerDC);
  }

  protected override onContinueDialog(innerDC: DialogContext): Promise<DialogTurnResult> {
    return this.#hear(innerDC);
  }

  /** With no step that waits, the root ends as well: the conversation is open. */
  async #hear(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { verb, interrupted } = turn.intent;
    if (interrupted && dc.activeDialog) {
      await turn.say('dialogs.interrupted');
      await this.#again(dc, turn);
    } else if (verb) {
      await this.#press(dc, turn, verb);
      await this.#sayUnread(dc, turn);
    } else await this.#texts(dc, turn);
    return dc.activeDialog ? Dialog.EndOfTurn : { status: DialogTurnStatus.complete };
  }

  async #press(dc: DialogContext, turn: Turn, verb: Verb): Promise<unknown> {
    const { intent } = turn;
    const need = needOfVerb(verb);
    if (!(await this.#isMet(dc, turn, need))) return this.#refuse(dc, turn);
    for (const flow of this.#flows) {
      const step = flow.pressed(intent);
      if (step !== undefined) return this.#open(dc, turn, flow, { step, said: '' });
    }
    if (verb === 'answer.back') return this.#again(dc, turn);
    if (verb === 'reading.choose') return this.#choose(dc, turn);
    const { card, subject = {} } = intent;
    const owner = card && this.#flows.find(({ asksWith }) => asksWith.includes(card));
    if (!owner) return this.#again(dc, turn);
    if (dc.activeDialog?.id !== owner.id) {
      await dc.cancelAllDialogs();
      await dc.beginDialog(owner.id, { step: card, subject, resumed: true });
    }
    return dc.continueDialog();
  }

  /** Two things in one message are both heard. */
  async #texts(dc: DialogContext, turn: Turn): Promise<void> {
    const heard = await hearsFile(this.#needs, turn, takesNames(waitingStep(dc).id));
    if (heard === 'step') await this.#answerStep(dc, turn);
    if (heard === 'step') await this.#sayUnread(dc, turn);
    const { intent } = turn;
    for (const text of heard === 'text' ? partsOf(intent.text) : []) {
      turn.intent = { ...intent, text };
      await this.#text(dc, turn);
      if (turn.unread.length > 0) await this.#read(dc, turn);
      await this.#sayUnread(dc, turn);
    }
  }

  /** What nobody here understood may be read by a reader, once; what that says is heard like typed words. */
  async #read(dc: DialogContext, turn: Turn): Promise<void> {
    const read = await askReader(this.#needs, turn, waitingStep(dc));
    if (!read) return;
    turn.unread = [];
    await turn.say(read.saying.key, read.saying.values);
    if ('told' in read) return void (await this.#tell(dc, turn, read.told));
    await this.#textAs(dc, turn, read.text);
  }

  #textAs(dc: DialogContext, turn: Turn, text: string): Promise<unknown> {
    turn.intent = { typed: turn.intent.text, ...turn.intent, text };
    return this.#text(dc, turn);
  }

  async #sayUnread(dc: DialogContext, turn: Turn): Promise<void> {
    const { unread } = turn;
    if (unread.length === 0) return;
    turn.unread = [];
    const { id, subject } = waitingStep(dc);
    const intents = readingsOf(turn.intent.text, id);
    for (const { key, values } of unread) {
      // Readings to choose from say it better.
      if (intents.length === 0 || key !== notUnderstood) await turn.say(key, values);
    }
    if (intents.length > 0) await dc.beginDialog('readings', { subject, memory: { intents } });
    else if (!dc.activeDialog) await dc.beginDialog('home');
  }

  /** One of the readings that were offered is as good as typed. */
  async #choose(dc: DialogContext, turn: Turn): Promise<unknown> {
    const { choice = '', verb: _verb, ...intent } = turn.intent;
    const chosen = chosenReading(choice, waitingStep(dc).id);
    if (!chosen) return this.#again(dc, turn);
    if (chosen === 'withdraw') return dc.beginDialog('orders', guessedWithdrawal);
    turn.intent = { ...intent, text: chosen.text };
    return this.#text(dc, turn);
  }

  async #text(dc: DialogContext, turn: Turn): Promise<unknown> {
    const { text } = turn.intent;
    if (turn.intent.wordless && dc.activeDialog) return this.#answerStep(dc, turn);
    if (text === '') return dc.beginDialog('home');
    const tested = await this.#needs.testerCommand(turn);
    if (tested === 'newTenant') await dc.cancelAllDialogs();
    if (tested !== 'none') return undefined;
    if (await hearsLanguage(turn)) return this.#again(dc, turn);
    const meant = meantInstead(text);
    const said = understand(text);
    const cancels = meant === 'cancel' || (!said.holds && match(text, 'cancel') !== undefined);
    const isUndone = match(text, 'withdraw') !== undefined;
    const postpones = !dc.activeDialog && said.postpones && !cancels && !isUndone;
    const phrase = postpones ? undefined : phraseFor(meant, waitingStep(dc).id);
    if (phrase !== undefined) return this.#textAs(dc, turn, phrase);
    const wishes = !isForArticles(meant) && isWish(text);
    const asks = isForArticles(meant) || (isQuestion(text) && !wishes);
    if (!takesNames(waitingStep(dc).id) && isRefused(text)) return turn.say('dialogs.refused');
    if (meant === 'hold' || postpones) return turn.say(waitSentence(waitingStep(dc).id));
    if (guessesWithdrawal(text, meant)) return dc.beginDialog('orders', guessedWithdrawal);
    for (const flow of this.#flows) {
      const opening = flow.hears(text);
      if (!opening || staysHere(flow, text, meant, waitingStep(dc).id)) continue;
      // `Can I upgrade only some users?` asks; `can you upgrade my plan to E3?` wishes.
      const isWish = flow.asksWith.length === 0 || !asks;
      const told = isWish ? undefined : await this.#answerTo(dc, turn, opening.said);
      return told ? this.#tell(dc, turn, told) : this.#open(dc, turn, flow, opening);
    }
    const command = Object.keys(rootCommands).find((name) => match(text, name) !== undefined);
    if (command) return rootCommands[command]?.(dc, turn);
    if (dc.activeDialog && (!asks || wishes || isForStep(text, waitingStep(dc).id)))
      return this.#answerStep(dc, turn);
    const orderId = dc.activeDialog ? undefined : await orderedAgain(this.#needs, turn);
    if (orderId) return dc.beginDialog('orders', { step: 'order', subject: { orderId } });
    const upgrade = this.#flows.find(
      (flow) => !dc.activeDialog && flow.wishedBy(text, meant ?? likelyMeant(text)),
    );
    if (upgrade) return this.#open(dc, turn, upgrade, { step: 'start', said: text });
    const likely = phraseFor(likelyMeant(text), waitingStep(dc).id);
    if (likely !== undefined) return this.#textAs(dc, turn, likely);
    const waits = !dc.activeDialog && said.holds && !asks;
    const told = waits ? undefined : await this.#answerTo(dc, turn, text);
    if (told) return this.#tell(dc, turn, told);
    const isOpen = asks && isNoAnswer(text);
    if (dc.activeDialog && !isOpen) return this.#answerStep(dc, turn);
    if (!dc.activeDialog && match(text, 'placeOrder') !== undefined) {
      return turn.say('dialogs.nothingToOrder');
    }
    if (waits) return turn.say(waitSentence(undefined));
    if (isKind(text)) return turn.say('dialogs.courtesy');
    turn.unread = [{ key: asks || seemsToAsk(text) ? noAnswer : notUnderstood }];
    return undefined;
  }

  /** Above the step that waits; in its place when the sub-flow asks something itself. */
  async #open(dc: DialogContext, turn: Turn, flow: SubFlow, { step, said }: Opening) {
    const subject = this.#subject(dc, turn);
    if (flow.asksWith.length > 0) {
      const outcome = dc.activeDialog?.id === flow.id ? 'replaced' : 'setAside';
      await dc.cancelAllDialogs();
      await turn.close(stepCards, turn.l.t(`dialogs.outcome.${outcome}`));
    }
    return dc.beginDialog(flow.id, { step, subject, memory: { said } });
  }

  #answerTo(dc: DialogContext, turn: Turn, text: string): Promise<Told | undefined> {
    return this.#needs.answerTo(turn, text, waitingStep(dc).subject);
  }

  #tell(dc: DialogContext, turn: Turn, told: Told) {
    const subject = this.#subject(dc, turn);
    return dc.beginDialog('answers', { step: 'told', subject, memory: { told } });
  }

  /** What is being talked about. */
  #subject(dc: DialogContext, { intent }: Turn) {
    return intent.subject ?? waitingStep(dc).subject;
  }

  /** Asks the waiting question again; without one, shows what can be done. */
  async #again(dc: DialogContext, turn: Turn): Promise<unknown> {
    if (!dc.activeDialog) return dc.beginDialog('home');
    const need = needOfStep(waitingStep(dc).id);
    return (await this.#isMet(dc, turn, need)) ? dc.repromptDialog() : this.#refuse(dc, turn);
  }

  async #answerStep(dc: DialogContext, turn: Turn): Promise<unknown> {
    const need = needOfStep(waitingStep(dc).id);
    return (await this.#isMet(dc, turn, need)) ? dc.continueDialog() : this.#refuse(dc, turn);
  }

  #isMet(dc: DialogContext, turn: Turn, need: Need): Promise<boolean> {
    return isMet(this.#needs, turn, this.#subject(dc, turn), need);
  }

  /** The diagnosis says which role it takes. */
  async #refuse(dc: DialogContext, turn: Turn): Promise<unknown> {
    const { subscriptionId } = this.#subject(dc, turn);
    await dc.cancelAllDialogs();
    await turn.close(stepCards, turn.l.t('dialogs.outcome.blocked'));
    await turn.say('dialogs.review.blocked');
    return dc.beginDialog('upgrade', { step: 'diagnosis', subject: { subscriptionId } });
  }
}

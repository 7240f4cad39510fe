/** Understands what an activity means, and has the dialogs answer it. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { CardId } from '../../cards/cards.ts';
import { deepCopy } from '../../commerce/base/deepFreeze.ts';
import type { DialogTree } from '../../dialogs/root/dialogTree.ts';
import type { Intent } from '../../dialogs/step/turn.ts';
import type { Conversation, Grant, Outgoing } from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import type { InvokeAnswer, Reply } from './answered.ts';
import { consentIn } from './consent/consentTurn.ts';
import { sentenceFor } from './failure.ts';
import { judge, pressKey } from './grants.ts';
import { isPersonal, userOf } from './identity.ts';
import { linesOf } from './lines.ts';
import { LiveTurn, type LiveTurnParts } from './liveTurn.ts';
import { type Press, pressOf } from './press.ts';
import { fileOfActivity } from './text/fileOfActivity.ts';
import { filesOfActivity } from './text/filesOfActivity.ts';
import { textOfActivity } from './text/textOfActivity.ts';

/** Install events come in groups; one greeting is enough. */
const greetingPause = { seconds: 10 };
/** For so long a person's place in the dialogs is remembered, however many others speak. */
const placeKept = { hours: 30 * 24 };
const silence: Intent = { inputs: {}, text: '' };

export class Listener {
  readonly #dialogs: DialogTree;
  readonly #now: () => Temporal.Instant;
  readonly #natureOf: LiveTurnParts['natureOf'];
  readonly #log: Log;

  constructor(parts: {
    dialogs: DialogTree;
    now: () => Temporal.Instant;
    natureOf: LiveTurnParts['natureOf'];
    log: Log;
  }) {
    this.#dialogs = parts.dialogs;
    this.#now = parts.now;
    this.#natureOf = parts.natureOf;
    this.#log = parts.log;
  }

  /**
   * Changes the conversation; the caller stores it, and then says what is to be said.
   * @param interrupted it was answered before, and the answer may never have been said
   */
  async answer(
    context: TurnContext,
    conversation: Conversation,
    interrupted: boolean,
  ): Promise<Reply> {
    const { activity } = context;
    const consent = consentIn(context);
    if (consent) {
      const intent = { ...silence, consent, interrupted };
      return this.#run(context, conversation, this.#turn(context, conversation, intent));
    }
    switch (activity.type) {
      case ActivityTypes.Message:
      case ActivityTypes.Invoke: {
        const press = pressOf(activity);
        if (press) return this.#pressed(context, conversation, press, interrupted);
        return this.#told(context, conversation, interrupted);
      }
      case ActivityTypes.MessageUpdate:
        return this.#edited(context, conversation, interrupted);
      case ActivityTypes.MessageDelete: {
        const intent: Intent = { ...silence, change: 'deleted', interrupted };
        return this.#run(context, conversation, this.#turn(context, conversation, intent));
      }
      default:
        if (interrupted || this.#greets(context, conversation)) {
          conversation.welcomedAt = this.#now().toString();
          return this.#run(context, conversation, this.#turn(context, conversation, silence));
        }
        return { outgoing: [], binding: false };
    }
  }

  #told(context: TurnContext, conversation: Conversation, interrupted: boolean): Promise<Reply> {
    const file = fileOfActivity(context.activity);
    const text = textOfActivity(context.activity);
    const files = filesOfActivity(context.activity);
    const came = { ...(file ? { file } : {}), ...(files.length > 0 ? { files } : {}) };
    // A mention alone asks for the bot.
    const isCalled = context.activity.entities?.some(({ type }) => type === 'mention') ?? false;
    const empty = text === '' && !file && !isCalled ? { wordless: true as const } : {};
    const intent = { inputs: {}, text, interrupted, ...came, ...empty };
    return this.#run(context, conversation, this.#turn(context, conversation, intent));
  }

  /** Right after it was answered a message is corrected by editing it; later the talk has gone on. */
  async #edited(
    context: TurnContext,
    conversation: Conversation,
    interrupted: boolean,
  ): Promise<Reply> {
    const { userId } = userOf(context.activity);
    const stack = conversation.stacks.find((one) => one.userId === userId);
    const isLatest = stack?.heard !== undefined && stack.heard === context.activity.id;
    if (linesOf(conversation, userId).length > 0) {
      const text = textOfActivity(context.activity);
      const intent: Intent = { inputs: {}, text, change: 'edited', interrupted };
      return this.#run(context, conversation, this.#turn(context, conversation, intent));
    }
    if (isLatest) return this.#told(context, conversation, interrupted);
    const turn = this.#turn(context, conversation, silence);
    await turn.say('dialogs.edited');
    return turn.end();
  }

  async #pressed(
    context: TurnContext,
    conversation: Conversation,
    press: Press | 'unreadable',
    interrupted: boolean,
  ): Promise<Reply> {
    if (press === 'unreadable') return this.#refuse(context, conversation, press);
    const by = { userId: userOf(context.activity).userId, now: this.#now() };
    const judgement = judge(conversation, press, by);
    if ('refused' in judgement) return this.#refuse(context, conversation, judgement.refused);
    const grant = judgement.allowed;
    const { verb, choice } = press.submission;
    const intent: Intent = {
      verb,
      ...(choice === undefined ? {} : { choice }),
      inputs: press.inputs,
      text: '',
      card: grant.card as CardId,
      subject: grant.subject,
      answered: grant.closed !== undefined,
      interrupted,
    };
    const turn = this.#turn(context, conversation, intent, { press, grant });
    if (grant.closed?.press === pressKey(press)) {
      turn.showClosed(grant);
      const reply = interrupted ? undefined : turn.end();
      if (reply && !press.execute) return reply;
      if (reply) return withAnswer(reply, turn.l.t('dialogs.press.inPlace'));
    }
    return this.#run(context, conversation, turn);
  }

  /** The card stays as it is; what to do instead is said. */
  async #refuse(
    context: TurnContext,
    conversation: Conversation,
    why: 'old' | 'notYours' | 'unreadable',
  ): Promise<Reply> {
    const turn = this.#turn(context, conversation, silence);
    if (context.activity.type === ActivityTypes.Invoke) {
      const answer = messageAnswer(turn.l.t(`dialogs.press.${why}`));
      return { answer, outgoing: [], binding: false };
    }
    await turn.say(`dialogs.press.${why}`);
    return turn.end();
  }

  async #run(context: TurnContext, conversation: Conversation, turn: LiveTurn): Promise<Reply> {
    const { userId } = turn;
    const { version } = this.#dialogs;
    const stack = conversation.stacks.find((one) => one.userId === userId);
    let next = stack;
    try {
      const current = stack?.version === version;
      if (stack && !current && !turn.intent.verb) await turn.say('dialogs.renewed');
      // A copy: a turn that fails leaves the stack as it was.
      const before = current ? deepCopy(stack.state) : undefined;
      next = { userId, version, state: await this.#dialogs.run(context, turn, before) };
    } catch (error) {
      this.#log.error({ err: error, verb: turn.intent.verb }, 'turn failed');
      turn.undo();
      await turn.say(sentenceFor(error));
    }
    if (next) {
      const others = conversation.stacks.filter((one) => one !== stack);
      const now = this.#now();
      const own = { ...next, heard: context.activity.id, at: now.toString() };
      conversation.stacks = [...stillKept(others, now), own];
    }
    const reply = turn.end();
    if (context.activity.type !== ActivityTypes.Invoke) return reply;
    if (reply.outgoing.some(({ inPlace }) => inPlace)) {
      return withAnswer(reply, turn.l.t('dialogs.press.inPlace'));
    }
    const isSeen = takesNoWords(context.activity) && reply.outgoing.some(isSaid);
    return withAnswer(reply, isSeen ? '' : turn.l.t('dialogs.press.below'));
  }

  #turn(
    context: TurnContext,
    conversation: Conversation,
    intent: Intent,
    press?: { press: Press; grant: Grant },
  ): LiveTurn {
    const natureOf = this.#natureOf;
    const parts = { context, conversation, now: this.#now(), natureOf };
    return new LiveTurn(press ? { ...parts, press } : parts, intent);
  }

  /** When the bot is added, or a personal chat begins; not when others join a chat of several. */
  #greets({ activity }: TurnContext, { welcomedAt }: Conversation): boolean {
    const { type, membersAdded = [], recipient, action } = activity;
    const added = membersAdded.some(({ id }) => id === recipient.id);
    const begins = membersAdded.length > 0 && isPersonal(activity);
    const installed = type === ActivityTypes.InstallationUpdate && action?.startsWith('add');
    if (!added && !begins && !installed) return false;
    if (welcomedAt === undefined) return true;
    const quietUntil = Temporal.Instant.from(welcomedAt).add(greetingPause);
    return Temporal.Instant.compare(this.#now(), quietUntil) > 0;
  }
}

function messageAnswer(text: string): InvokeAnswer {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
  return { status: 200, body };
}

/** A press is always answered: where by no card, then by this. */
function withAnswer(reply: Reply, otherwise: string): Reply {
  return { ...reply, answer: reply.answer ?? messageAnswer(otherwise) };
}

/** Teams takes an answer without words for none, and sends the press again. */
const takesNoWords = ({ channelId }: Activity): boolean => channelId === 'directline';

/** Something new at the end of the chat: it needs no pointing at. */
const isSaid = ({ replaces }: Outgoing): boolean => replaces === undefined;

type Stack = Conversation['stacks'][number];

/** Those of people who have spoken not too long ago; where that was not noted yet, it is now. */
function stillKept(stacks: readonly Stack[], now: Temporal.Instant): Stack[] {
  if (stacks.length === 0) return [];
  const oldest = now.subtract(placeKept);
  return stacks.flatMap((stack) => {
    const { at = now.toString() } = stack;
    return Temporal.Instant.compare(at, oldest) > 0 ? [{ ...stack, at }] : [];
  });
}

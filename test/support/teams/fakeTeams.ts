/** One person in one personal chat with the bot, in Teams or in the Emulator. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { type ButtonChoice, findButton, type Json, pressData } from './cardButtons.ts';
import { botOf, envelopeOf, type Flavour, personOf } from './clientFlavour.ts';
import {
  type ConnectorRequest,
  ConnectorService,
  type Fault,
  type Member,
  type ShownMessage,
} from './connectorService.ts';

interface FakeTeamsOptions {
  /** Address of the bot's server, without a path. */
  botUrl: string;
  flavour?: Flavour;
  locale?: string;
  userName?: string;
  /** The directory's id of the person; a new one when absent. */
  userId?: string;
  /** A new one when absent; the Emulator has none. */
  tenantId?: string;
  /** Value of the Authorization header. */
  authorization?: string;
  /** How activities get to the bot. */
  post?: typeof fetch;
}

/** What the bot's server answered to one activity. */
export interface Delivery {
  status: number;
  body: unknown;
  activityId: string;
}

/** A card as it is shown now. */
export interface ShownCard {
  /** The attachment's name when the message was sent or updated. */
  id: string;
  messageId: string;
  json: Json;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

function cardOf({ id, activity }: ShownMessage): ShownCard | undefined {
  const attachment = activity.attachments?.find(({ contentType }) => contentType === cardType);
  if (!attachment) return undefined;
  return { id: attachment.name ?? '', messageId: id, json: attachment.content as Json };
}

export class FakeTeams {
  readonly conversationId: string;
  readonly user: Member;
  readonly tenantId: string | undefined;
  /** Where the bot is; may be changed after a restart. */
  botUrl: string;
  /** Sent with every activity; may be changed. */
  locale: string;
  readonly #authorization: string | undefined;
  readonly #fetch: typeof fetch;
  readonly #flavour: Flavour;
  readonly #connector: ConnectorService;
  readonly #sent = new Map<string, string>();
  #lastId = Date.now();
  #lastMessage = '';

  static async start(options: FakeTeamsOptions): Promise<FakeTeams> {
    const teams = new FakeTeams(options);
    await teams.#connector.listen();
    return teams;
  }

  private constructor(options: FakeTeamsOptions) {
    const { flavour = 'teams', locale = 'en-US', userName = 'Adele Vance' } = options;
    this.#authorization = options.authorization;
    this.#fetch = options.post ?? fetch;
    this.botUrl = options.botUrl;
    this.#flavour = flavour;
    this.locale = locale;
    this.tenantId = this.#emulator ? undefined : (options.tenantId ?? randomUUID());
    this.conversationId = this.#emulator ? `${randomUUID()}|livechat` : `a:${randomUUID()}`;
    this.user = personOf(flavour, userName, this.tenantId);
    if (options.userId) this.user.aadObjectId = options.userId;
    this.#connector = new ConnectorService({
      conversationId: this.conversationId,
      members: [this.user],
      newId: () => this.#newId(),
      emulator: this.#emulator,
    });
  }

  get #emulator(): boolean {
    return this.#flavour === 'emulator';
  }

  get serviceUrl(): string {
    return this.#connector.url;
  }

  /** The bot's messages as they are shown now, oldest first. */
  get messages(): readonly ShownMessage[] {
    return this.#connector.messages;
  }

  /** Every call of the bot to the connector, typing indicators too. */
  get requests(): readonly ConnectorRequest[] {
    return this.#connector.requests;
  }

  /** All that the bot has said, in messages of their own or on top of cards. */
  get texts(): string[] {
    return this.messages.flatMap(({ said }) => said);
  }

  get cards(): ShownCard[] {
    return this.messages.map(cardOf).filter((card) => card !== undefined);
  }

  /** The newest card, or the newest that was sent under this id. */
  lastCard(cardId?: string): ShownCard {
    const card = this.cards.findLast(({ id }) => cardId === undefined || id === cardId);
    const seen = this.cards.map(({ id }) => id).join(', ');
    assert(card, `No card ${cardId ?? ''} among: ${seen}; texts: ${this.texts.join(' / ')}`);
    return card;
  }

  /** The card of a message as it is now. */
  card(messageId: string): ShownCard {
    const card = this.cards.find((shown) => shown.messageId === messageId);
    assert(card, `No card in message ${messageId}`);
    return card;
  }

  /** The bot is added to the chat, as this client tells it. */
  async install(): Promise<Delivery> {
    const bot = botOf(this.#flavour);
    if (!this.#emulator) await this.send({ type: 'installationUpdate', action: 'add' });
    const membersAdded = this.#emulator ? [bot, this.user] : [bot];
    return this.send({ type: 'conversationUpdate', membersAdded });
  }

  say(text: string): Promise<Delivery> {
    return this.send({ type: 'message', text, textFormat: 'plain' });
  }

  /** Changes a message: the last one that was sent, unless it is named. */
  edit(text: string, id = this.#lastMessage): Promise<Delivery> {
    const channelData = { tenant: { id: this.tenantId }, eventType: 'editMessage' };
    return this.send({ type: 'messageUpdate', id, text, channelData });
  }

  /** @param button title or verb, or what its data contains: `{ verb, choice }` */
  async press(shown: ShownCard, button: ButtonChoice, inputs: Json = {}): Promise<Delivery> {
    const action = findButton(shown.json, button);
    const { messageId, json } = shown;
    if (this.#emulator || action.type === 'Action.Submit') {
      const submit = action.type === 'Action.Submit' ? action : action.fallback;
      assert.equal(submit?.type, 'Action.Submit', 'the button has no fallback Action.Submit');
      const value = pressData(json, submit!, inputs);
      return this.send({ type: 'message', value, replyToId: messageId });
    }
    const { type, title, verb } = action;
    const data = pressData(json, action, inputs);
    const delivery = await this.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type, title, verb, data }, trigger: 'manual' },
      replyToId: messageId,
    });
    this.#applyAnswer(delivery, messageId);
    return delivery;
  }

  /** Any activity, filled up with what this client always sends. */
  async send(activity: Partial<Activity>): Promise<Delivery> {
    const id = activity.type === 'invoke' ? `f:${randomUUID()}` : this.#newId();
    const json = JSON.stringify({ ...envelopeOf(this.#flavour, this), id, ...activity });
    this.#sent.set(activity.id ?? id, json);
    if (activity.type === 'message') this.#lastMessage = activity.id ?? id;
    return this.#post(activity.id ?? id, json);
  }

  /** The same activity once more, byte for byte, as Teams does after 15 s without an answer. */
  redeliver(activityId: string): Promise<Delivery> {
    const json = this.#sent.get(activityId);
    assert(json, `Activity ${activityId} was never sent`);
    return this.#post(activityId, json);
  }

  /** The bot's next calls fail: of one HTTP method, or of any. */
  fail(fault: Fault, times = 1, method?: string): void {
    this.#connector.fail(fault, times, method);
  }

  /** @returns the first value of `find` that is neither undefined nor false */
  async waitFor<T>(find: () => T | undefined | false, milliseconds = 20_000): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = () => {
      const found = find();
      if (found !== undefined && found !== false) resolve(found);
    };
    const timer = setTimeout(() => {
      const state = [...this.texts, ...this.cards.map(({ id }) => `[${id}]`)].join(' / ');
      reject(new assert.AssertionError({ message: `Waited in vain; shown: ${state}` }));
    }, milliseconds);
    this.#connector.on('change', look);
    try {
      look();
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#connector.off('change', look);
    }
  }

  stop(): Promise<void> {
    return this.#connector.stop();
  }

  #applyAnswer({ status, body }: Delivery, messageId: string): void {
    const answer = body as { type?: string; value?: unknown } | undefined;
    if (status === 200 && answer?.type === cardType) {
      this.#connector.replaceCard(messageId, answer.value);
    }
  }

  async #post(activityId: string, json: string): Promise<Delivery> {
    const authorization = this.#authorization;
    const response = await this.#fetch(new URL('/api/messages', this.botUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(authorization ? { authorization } : {}),
      },
      body: json,
    });
    const text = await response.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    return { status: response.status, body, activityId };
  }

  #newId(): string {
    this.#lastId += 1;
    return this.#emulator ? randomUUID() : String(this.#lastId);
  }
}

/** Brings what people send to the bot, over HTTP, as any channel does. */
import type { Log } from '../log.ts';
import type { Conversation } from './conversation.ts';
import type { Account, Activity } from './schemas.ts';

/** The bot as the channel knows it. */
export const botAccount = { id: 'upgradera', name: 'Upgradera', role: 'bot' } as const;

/** Milliseconds that a channel waits for a turn. */
const patience = 15_000;

export interface BotAnswer {
  /** HTTP status; 502 when the bot could not be reached, 504 when it took too long. */
  status: number;
  /** The answer to an invoke, undefined where there is none. */
  body: unknown;
}

export class Turns {
  readonly #botUrl: () => string;
  readonly #log: Log;
  readonly #closing = new AbortController();

  /** @param botUrl where the bot listens, without a slash at the end. */
  constructor(botUrl: () => string, log: Log) {
    this.#botUrl = botUrl;
    this.#log = log;
  }

  /** Fills in what a channel knows better than its clients. */
  complete(conversation: Conversation, activity: Activity): Activity {
    const { deliveryMode: _, callerId: __, ...asked } = activity;
    const tenant = activity.channelData?.tenant ?? { id: conversation.tenantId };
    return {
      ...(conversation.locale === undefined ? {} : { locale: conversation.locale }),
      ...asked,
      timestamp: new Date().toISOString(),
      serviceUrl: `${this.#botUrl()}/connector`,
      channelId: 'directline',
      conversation: {
        id: conversation.id,
        isGroup: conversation.members.size > 1,
        tenantId: tenant.id,
      },
      recipient: botAccount,
      channelData: { ...activity.channelData, tenant },
    };
  }

  /** Says who came; the greeting, if any, comes back as messages. */
  async announce(conversation: Conversation, from: Account, added: Account[]): Promise<void> {
    const update = { type: 'conversationUpdate', from, membersAdded: added };
    await this.deliver({ ...this.complete(conversation, update), id: conversation.newId() });
  }

  async deliver(activity: Activity): Promise<BotAnswer> {
    try {
      const response = await fetch(`${this.#botUrl()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(patience)]),
      });
      return { status: response.status, body: parse(await response.text()) };
    } catch (error) {
      this.#log.warn({ err: error, activityType: activity.type }, 'the bot did not take a turn');
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { status: late ? 504 : 502, body: undefined };
    }
  }

  close(): void {
    this.#closing.abort();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

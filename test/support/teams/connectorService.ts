/** The channel's side: an HTTP server with the connector REST operations and faults on demand. */
import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { saidIn } from './cardText.ts';

/** What goes wrong with a call. `delivered`: only the answer is lost, the call did its work. */
export type Fault =
  | { status: number; retryAfter?: number | string; code?: string; subCode?: string }
  | { cut: 'hang' | 'reset'; delivered?: boolean };

/** A message of the bot as it is now. */
export interface ShownMessage {
  id: string;
  activity: Partial<Activity>;
  /** Its text; where it is a card, all that was ever said on top of it. */
  said: readonly string[];
  replyToId?: string;
  /** How often it was replaced, by an update or by the answer to a press. */
  replaced: number;
}

export interface ConnectorRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
  /** Number of the TCP connection that it came over. */
  connection: number;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Member {
  id: string;
  name: string;
  aadObjectId?: string;
  tenantId?: string;
  userPrincipalName?: string;
  email?: string;
}

interface ConnectorOptions {
  conversationId: string;
  members: Member[];
  newId: () => string;
  /** The Emulator accepts updates and deletions without showing them and has no paged members. */
  emulator: boolean;
}

interface Answer {
  status: number;
  body?: unknown;
}

const notFound = (code: string): Answer => ({
  status: 404,
  body: { error: { code, message: 'not found' } },
});

/** Emits `change` after every call and whenever a message changes. */
export class ConnectorService extends EventEmitter {
  readonly messages: ShownMessage[] = [];
  readonly requests: ConnectorRequest[] = [];
  readonly #options: ConnectorOptions;
  readonly #server: Server;
  #faults: { fault: Fault; times: number; method?: string }[] = [];
  #connections = 0;

  constructor(options: ConnectorOptions) {
    super();
    this.#options = options;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy());
    });
    const numbers = new WeakMap<object, number>();
    this.#server.on('connection', (socket) => numbers.set(socket, ++this.#connections));
    this.#numberOf = (request) => numbers.get(request.socket) ?? 0;
  }

  readonly #numberOf: (request: IncomingMessage) => number;

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The next calls, of one HTTP method or of any, go wrong. */
  fail(fault: Fault, times: number, method?: string): void {
    this.#faults.push({ fault, times, ...(method ? { method } : {}) });
  }

  /** Replaces the card of a message, as the answer to an Action.Execute does. */
  replaceCard(messageId: string, card: unknown): void {
    const message = this.messages.find(({ id }) => id === messageId);
    const attachment = message?.activity.attachments?.[0];
    if (!message || !attachment) return;
    message.activity = { ...message.activity, attachments: [{ ...attachment, content: card }] };
    message.replaced += 1;
    this.emit('change');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = (await request.toArray()) as Buffer[];
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text ? JSON.parse(text) : undefined;
    const { method = '', url = '', headers } = request;
    const connection = this.#numberOf(request);
    this.requests.push({ method, path: url, headers, body, connection, at: Date.now() });

    const fault = this.#takeFault(method);
    const works = !fault || ('cut' in fault && fault.delivered);
    const answer = works ? this.#route(method, url, body) : undefined;
    this.emit('change');
    if (fault && 'cut' in fault) {
      if (fault.cut === 'reset') request.socket.resetAndDestroy();
      return;
    }
    if (fault) {
      const { status, retryAfter, code = 'Fault', subCode } = fault;
      if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code, subCode, message: 'as asked for' } }));
      return;
    }
    response.writeHead(answer?.status ?? 404, { 'content-type': 'application/json' });
    response.end(answer?.body === undefined ? '' : JSON.stringify(answer.body));
  }

  #takeFault(method: string): Fault | undefined {
    const entry = this.#faults.find((fault) => !fault.method || fault.method === method);
    if (!entry) return undefined;
    entry.times -= 1;
    if (entry.times === 0) this.#faults = this.#faults.filter((fault) => fault !== entry);
    return entry.fault;
  }

  #route(method: string, url: string, body: unknown): Answer {
    const [, , resource, conversation, part, id, last] = url.split(/[/?]/).map(decodeURIComponent);
    if (resource !== 'conversations') return notFound('NotFound');
    const { conversationId, members } = this.#options;
    if (conversation === undefined) {
      const { activity } = body as { activity?: Partial<Activity> };
      const sent = activity ? this.#post(activity) : undefined;
      return { status: 201, body: { id: conversationId, activityId: sent?.id } };
    }
    if (conversation !== conversationId) return notFound('ConversationNotFound');
    if (part === 'members') {
      const member = members.find((known) => known.id === id);
      if (id === undefined) return { status: 200, body: members };
      return member ? { status: 200, body: member } : notFound('MemberNotFoundInConversation');
    }
    if (part === 'pagedmembers' && !this.#options.emulator) {
      return { status: 200, body: { members } };
    }
    if (part !== 'activities') return notFound('NotFound');
    if (last === 'members') return { status: 200, body: members };
    const activity = body as Partial<Activity>;
    if (method === 'POST') return { status: 201, body: this.#post(activity, id) };
    return this.#change(method, id ?? '', activity);
  }

  /** Text beside a card is split off by Teams, and then no id comes back. */
  #post(activity: Partial<Activity>, replyToId?: string): { id?: string } {
    if (activity.type !== 'message') return { id: this.#options.newId() };
    const { text, attachments, ...rest } = activity;
    const split = text && attachments?.length && !this.#options.emulator;
    const parts = split
      ? [
          { ...rest, text },
          { ...rest, attachments },
        ]
      : [activity];
    const shown = parts.map((part) => ({
      id: this.#options.newId(),
      activity: part,
      said: saidIn(part),
      replaced: 0,
      ...(replyToId ? { replyToId } : {}),
    }));
    this.messages.push(...shown);
    return split ? {} : { id: shown[0]!.id };
  }

  #change(method: string, id: string, activity: Partial<Activity>): Answer {
    const index = this.messages.findIndex((message) => message.id === id);
    const message = this.messages[index];
    if (!message) return notFound('ActivityNotFoundInConversation');
    if (!this.#options.emulator) {
      if (method === 'DELETE') this.messages.splice(index, 1);
      else {
        const before = activity.text ? [] : message.said;
        const said = [...new Set([...before, ...saidIn(activity)])];
        Object.assign(message, { activity, said, replaced: message.replaced + 1 });
      }
    }
    return method === 'DELETE' ? { status: 200 } : { status: 200, body: { id } };
  }
}

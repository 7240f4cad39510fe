/** A server with the local channel and, in place of ours, a bot that a test puppeteers. */
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { mountLocalChannel } from '../../../bot/localChannel/channel.ts';
import { createLog } from '../../../bot/log.ts';

export interface Turn {
  type: string;
  id: string;
  text?: string;
  value?: unknown;
  name?: string;
  replyToId?: string;
  locale?: string;
  serviceUrl: string;
  channelId: string;
  from: { id: string; name?: string };
  recipient: { id: string; role?: string };
  conversation: { id: string; tenantId: string; isGroup: boolean };
  channelData: { tenant: { id: string } };
  membersAdded?: { id: string }[];
}

export interface TurnAnswer {
  status: number;
  body?: unknown;
}

export class LocalServer {
  readonly turns: Turn[] = [];
  /** What the bot does with a turn. */
  onTurn: (turn: Turn) => TurnAnswer | Promise<TurnAnswer> = () => ({ status: 200 });
  url = '';
  #server = restify.createServer();
  #close: () => void = () => {};

  /** May be started again after `stop`, on the given port, with nothing remembered. */
  async start(port = 0): Promise<this> {
    this.#server = restify.createServer();
    this.#close = mountLocalChannel(this.#server, {
      botUrl: () => this.url,
      log: createLog('silent'),
    }).close;
    this.#server.post('/api/messages', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const turn = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Turn;
      this.turns.push(turn);
      const { status, body } = await this.onTurn(turn);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.port}`;
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#close();
    this.#server.server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Asks as a client does. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect to be in it.
  ): Promise<{ status: number; body: any; headers: Headers }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('application/json');
    return {
      status: response.status,
      body: text && isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }

  /** Starts a conversation. @returns its id */
  async begin(start: object = { user: { id: 'alex', name: 'Alex' } }): Promise<string> {
    const { body } = await this.ask('POST', '/v3/directline/conversations', start);
    return body.conversationId;
  }

  post(conversationId: string, activity: object) {
    return this.ask('POST', `/v3/directline/conversations/${conversationId}/activities`, {
      from: { id: 'alex', name: 'Alex' },
      ...activity,
    });
  }

  async read(conversationId: string, watermark = '') {
    const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`;
    return (await this.ask('GET', path)).body;
  }

  /** What the bot calls. */
  connector(method: string, path: string, body?: unknown) {
    return this.ask(method, `/connector/v3/conversations${path}`, body);
  }

  /** The bot sends. @returns the id of the activity */
  async send(conversationId: string, activity: object): Promise<string> {
    const path = `/${conversationId}/activities`;
    return (await this.connector('POST', path, { type: 'message', ...activity })).body.id;
  }
}

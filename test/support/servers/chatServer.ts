/** A language model behind the chat-completions API, of OpenAI and of Azure, that says what a test has it say. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReaderSettings } from '../../../bot/reader/settings.ts';
import type { Read } from '../../../understanding/reader.ts';

export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  /** As it was sent. */
  body: string;
  json: {
    model?: string;
    messages: { role: string; content: string }[];
    response_format: { json_schema: { strict: boolean; schema: object } };
  };
}

type Answer = (response: ServerResponse, asked: Asked) => void;

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

function completion(message: object, finishReason = 'stop'): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'small',
    choices: [
      { index: 0, finish_reason: finishReason, message: { role: 'assistant', ...message } },
    ],
    usage: { prompt_tokens: 1500, completion_tokens: 60, total_tokens: 1560 },
  };
}

const nothing: Read = { quantity: null, terms: null, plan: null, command: null, article: null };

/** What a model may do with a text. */
export const says = {
  content:
    (content: string): Answer =>
    (response) =>
      json(response, 200, completion({ content })),
  /** A form that is filled in as far as given. */
  read: (read: Partial<Read>): Answer => says.content(JSON.stringify({ ...nothing, ...read })),
  refusal: ((response) =>
    json(
      response,
      200,
      completion({ content: null, refusal: 'I can’t help with that.' }),
    )) as Answer,
  filtered: ((response) =>
    json(response, 400, { error: { code: 'content_filter', message: 'filtered' } })) as Answer,
  cutOff: ((response) =>
    json(response, 200, completion({ content: '{"quantity":nu' }, 'length'))) as Answer,
  status:
    (status: number): Answer =>
    (response) =>
      json(response, status, { error: { code: 'no', message: 'no' } }),
  noJson: ((response) => void response.end('<html>')) as Answer,
  noChoices: ((response) => json(response, 200, {})) as Answer,
  hangUp: ((response) => void response.destroy()) as Answer,
  silence: (() => undefined) as Answer,
  halfAnAnswer: ((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":');
  }) as Answer,
  elsewhere:
    (url: string): Answer =>
    (response) => {
      response.writeHead(307, { location: url });
      response.end();
    },
};

export class ChatServer {
  readonly #server: Server;
  readonly asked: Asked[] = [];
  answers: Answer = says.read({});

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<ChatServer> {
    const chat = new ChatServer();
    chat.#server.listen(0, '127.0.0.1');
    await once(chat.#server, 'listening');
    return chat;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  settings(given: Partial<ReaderSettings> = {}): ReaderSettings {
    return {
      kind: 'openai',
      url: `${this.url}/v1`,
      key: 'a-key',
      model: 'small',
      apiVersion: '2024-10-21',
      callsPerDay: 100,
      ...given,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await Array.fromAsync(request);
    const body = Buffer.concat(chunks).toString();
    const asked = {
      path: request.url ?? '',
      headers: request.headers,
      body,
      json: JSON.parse(body),
    };
    this.asked.push(asked);
    this.answers(response, asked);
  }
}

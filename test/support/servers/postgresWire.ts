/** Stands between a process and PostgreSQL, hands everything on, and counts what passes. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Message, Messages } from './postgresMessages.ts';

export interface Traffic {
  /** Times that a client had nothing under way, asked, and so waited for an answer. */
  trips: number;
  /** In the order in which they came: the beginning of the text, and the first value where that is a short text. */
  statements: string[];
  /** Statements that were parsed and planned. */
  parsed: number;
  /** Bytes to the server, and from it. */
  sent: number;
  received: number;
  /** Connections that were opened. */
  connections: number;
}

const nothing = (): Traffic => ({
  trips: 0,
  statements: [],
  parsed: 0,
  sent: 0,
  received: 0,
  connections: 0,
});

/** What one connection is at. */
interface Line {
  traffic: Traffic;
  /** Answers that are still to come. */
  awaited: number;
  texts: Map<string, string>;
  bound: string;
}

export class PostgresWire {
  /** Address by which clients come through here. */
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #traffic = new Map<string, Traffic>();

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** @param url of the server */
  static async start(url: string): Promise<PostgresWire> {
    const target = new URL(url);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const own = new URL(url);
    own.port = String((server.address() as AddressInfo).port);
    const wire = new PostgresWire(server, own.href);
    server.on('connection', (client) => wire.#join(client, Number(target.port)));
    return wire;
  }

  /** What passed of an application since the last call. */
  take(application: string): Traffic {
    const traffic = this.#traffic.get(application) ?? nothing();
    this.#traffic.delete(application);
    return traffic;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket, port: number): void {
    const server = connect(port, '127.0.0.1');
    const line = { application: '', awaited: 0, texts: new Map<string, string>(), bound: '' };
    const of = (): Line => Object.assign(line, { traffic: this.#of(line.application) });
    const asked = new Messages((message) => {
      if (message.type === 'startup') {
        line.application = message.settings().get('application_name') ?? '';
        of().traffic.connections += 1;
      } else ask(of(), message);
    }, true);
    const answered = new Messages(({ type }) => {
      if (type === 'Z') line.awaited = Math.max(0, line.awaited - 1);
    });
    for (const [from, to, messages, way] of [
      [client, server, asked, 'sent'],
      [server, client, answered, 'received'],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (chunk: Buffer) => {
        messages.read(chunk);
        of().traffic[way] += chunk.length;
        to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.end();
      });
      from.setNoDelay();
    }
  }

  #of(application: string): Traffic {
    const traffic = this.#traffic.get(application) ?? nothing();
    this.#traffic.set(application, traffic);
    return traffic;
  }
}

function ask(line: Line, message: Message): void {
  const { traffic } = line;
  switch (message.type) {
    case 'P': {
      const [name = '', text = ''] = message.texts(2);
      line.texts.set(name, text);
      traffic.parsed += 1;
      break;
    }
    case 'B': {
      const [, name = ''] = message.texts(2);
      line.bound = `${short(line.texts.get(name) ?? name)} [${message.firstValue()}]`;
      break;
    }
    case 'E':
      traffic.statements.push(line.bound);
      break;
    case 'Q':
      traffic.parsed += 1;
      traffic.statements.push(short(message.texts(1)[0] ?? ''));
      begin(line);
      break;
    case 'S':
      begin(line);
      break;
  }
}

function begin(line: Line): void {
  if (line.awaited === 0) line.traffic.trips += 1;
  line.awaited += 1;
}

function short(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 90);
}

/**
 * A pooler in transaction mode, as strict as PgBouncer: each transaction gets the connection that has
 * rested longest, nothing of a session follows it, and settings at the start are refused.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Message, Messages } from './postgresMessages.ts';

const allowed = ['user', 'database', 'application_name', 'client_encoding'];

/** A connection to the server. */
interface Backend {
  socket: Socket;
  /** What the server says at the start. */
  greeting: Buffer[];
}

export class TransactionPooler {
  readonly url: string;
  readonly #server: Server;
  readonly #target: URL;
  readonly #backends: Backend[];
  readonly #free: Backend[];
  readonly #replacing: Promise<void>[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #clients = new Set<Socket>();
  #stopping = false;

  private constructor(server: Server, url: URL, target: URL, backends: readonly Backend[]) {
    this.#server = server;
    this.url = url.href;
    this.#target = target;
    this.#backends = [...backends];
    this.#free = [...backends];
  }

  /** @param url of a database, where nobody needs a password */
  static async start(url: string, connections: number): Promise<TransactionPooler> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const own = new URL(url);
    own.port = String((server.address() as AddressInfo).port);
    const target = new URL(url);
    const opening = Array.from({ length: connections }, () => openBackend(target));
    const pooler = new TransactionPooler(server, own, target, await Promise.all(opening));
    server.on('connection', (client) => pooler.#join(client));
    return pooler;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const client of this.#clients) client.destroy();
    await Promise.all(this.#replacing);
    for (const { socket } of this.#backends) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    this.#clients.add(client);
    client.setNoDelay().on('error', () => undefined);
    let backend: Backend | undefined;
    let isWaiting = false;
    const unsent: Buffer[] = [];
    let awaited = 0;
    const answers = new Messages(({ type, body }) => {
      if (type !== 'Z') return;
      awaited -= 1;
      if (awaited > 0 || body.toString() !== 'I' || unsent.length > 0) return;
      release();
    });
    const relay = (chunk: Buffer): void => {
      client.write(chunk);
      answers.read(chunk);
    };
    const release = (): void => {
      if (!backend) return;
      backend.socket.off('data', relay);
      this.#free.push(backend);
      backend = undefined;
      this.#waiting.shift()?.();
    };
    const forward = async (): Promise<void> => {
      if (!backend) {
        if (isWaiting) return;
        isWaiting = true;
        backend = await this.#take();
        isWaiting = false;
        backend.socket.on('data', relay);
      }
      backend.socket.write(Buffer.concat(unsent.splice(0)));
    };
    const asked = new Messages((message) => {
      if (message.type === 'startup') this.#greet(client, message);
      else if (message.type !== 'X') {
        if (message.type === 'Q' || message.type === 'S') awaited += 1;
        unsent.push(message.whole);
      }
    }, true);
    client.on('data', (chunk: Buffer) => {
      asked.read(chunk);
      if (unsent.length > 0) void forward();
    });
    client.on('close', () => {
      this.#clients.delete(client);
      if (backend) this.#replace(backend);
    });
  }

  /** Its client has gone in the midst of a transaction. */
  #replace(backend: Backend): void {
    backend.socket.destroy();
    if (this.#stopping) return;
    const opening = openBackend(this.#target).then((fresh) => {
      this.#backends.push(fresh);
      this.#free.push(fresh);
      this.#waiting.shift()?.();
    });
    this.#replacing.push(opening);
  }

  async #take(): Promise<Backend> {
    for (;;) {
      const backend = this.#free.shift();
      if (backend) return backend;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #greet(client: Socket, message: Message): void {
    const refused = [...message.settings().keys()].find((name) => !allowed.includes(name));
    if (refused === undefined) {
      const greeting = this.#backends[0]?.greeting ?? [];
      // The numbers of a connection are the pooler's own.
      client.write(Buffer.concat([...greeting, messageOf('K', randomBytes(8)), ready]));
      return;
    }
    const text = `SFATAL\0C08P01\0Munsupported startup parameter: ${refused}\0\0`;
    client.end(messageOf('E', Buffer.from(text)));
  }
}

const ready = messageOf('Z', Buffer.from('I'));

function messageOf(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

async function openBackend({ port, username, pathname }: URL): Promise<Backend> {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay();
  socket.on('error', () => undefined);
  const greeting: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const messages = new Messages(({ type, whole }) => {
    if (type === 'Z') resolve();
    else if (type !== 'K') greeting.push(Buffer.from(whole));
  });
  const read = (chunk: Buffer) => messages.read(chunk);
  socket.on('data', read);
  const settings = `user\0${username}\0database\0${pathname.slice(1)}\0\0`;
  const start = Buffer.alloc(8);
  start.writeInt32BE(settings.length + 8);
  start.writeInt32BE(0x30000, 4);
  socket.write(Buffer.concat([start, Buffer.from(settings)]));
  await promise;
  socket.off('data', read);
  return { socket, greeting };
}

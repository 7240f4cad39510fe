/** The messages of PostgreSQL's protocol, as they come in pieces. */

export class Message {
  /** A letter, or `startup`. */
  readonly type: string;
  /** With its letter and length. */
  readonly whole: Buffer;
  readonly body: Buffer;

  constructor(type: string, whole: Buffer, body: Buffer) {
    this.type = type;
    this.whole = whole;
    this.body = body;
  }

  /** So many texts from the beginning. */
  texts(count: number): string[] {
    return this.body.toString('utf8').split('\0', count);
  }

  /** Of a startup. */
  settings(): Map<string, string> {
    const parts = this.body.subarray(4).toString('utf8').split('\0');
    const pairs = parts.flatMap((name, n) => (n % 2 || name === '' ? [] : [[name, parts[n + 1]]]));
    return new Map(pairs as [string, string][]);
  }

  /** Of values that are bound, when it is a short text; else nothing. */
  firstValue(): string {
    const body = this.body;
    let at = body.indexOf(0, body.indexOf(0) + 1) + 1;
    at += 2 + 2 * body.readInt16BE(at);
    if (body.readInt16BE(at) === 0) return '';
    const length = body.readInt32BE(at + 2);
    return length < 0 || length > 20 ? '' : body.toString('utf8', at + 6, at + 6 + length);
  }
}

const headOf = { startup: 4, usual: 5 };

export class Messages {
  readonly #hear: (message: Message) => void;
  #rest: Buffer = Buffer.alloc(0);
  #starts: boolean;

  /** @param starts whether the first message is a startup, which has no letter */
  constructor(hear: (message: Message) => void, starts = false) {
    this.#hear = hear;
    this.#starts = starts;
  }

  read(chunk: Buffer): void {
    let rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (;;) {
      const head = this.#starts ? headOf.startup : headOf.usual;
      if (rest.length < head) break;
      const end = head + rest.readInt32BE(head - 4) - 4;
      if (rest.length < end) break;
      const type = this.#starts ? 'startup' : String.fromCharCode(rest[0] ?? 0);
      this.#starts = false;
      this.#hear(new Message(type, rest.subarray(0, end), rest.subarray(head, end)));
      rest = rest.subarray(end);
    }
    this.#rest = rest;
  }
}

/** What this process asks of the database in one moment goes in one trip. */
import pg from 'pg';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { OpenCalls } from '../../contract/openCalls.ts';
import type { Database } from '../database.ts';
import { type Answer, type Ask, placesOf } from './ask.ts';
import { askTogether } from './askTogether.ts';

/** While one waits for the disk, another one is on its way; what comes then waits for either. */
const tripsAtOnce = 2;
const mostTogether = 64;

interface Waiting {
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

export class Trips {
  readonly #database: Database;
  readonly #calls = new OpenCalls();
  #waiting: Waiting[] = [];
  /** Who is on a trip just now. */
  readonly #underWay = new Set<readonly Waiting[]>();
  #called = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws storage.conflict, storage.unavailable */
  ask(ask: Ask): Promise<Answer> {
    return this.#calls.run(() => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      this.#waiting.push({ ask, resolve, reject });
      this.#call();
      return promise;
    });
  }

  /** Waits for what was asked; afterwards nothing can be. */
  close(): Promise<void> {
    return this.#calls.end();
  }

  /** After the answers that have come in already: those who get them ask on. */
  #call(): void {
    if (this.#called || this.#underWay.size === tripsAtOnce || this.#waiting.length === 0) return;
    this.#called = true;
    setImmediate(() => {
      this.#called = false;
      const aboard = this.#board();
      if (aboard.length === 0) return;
      void this.#go(aboard);
      this.#call();
    });
  }

  /** Nobody goes while another one writes what they read or write: they go after that. */
  #board(): Waiting[] {
    const away = [...this.#underWay].flat().map(({ ask }) => placesOf(ask));
    const written = new Set(away.flatMap((places) => places.written));
    const read = new Set(away.flatMap((places) => places.read));
    const aboard: Waiting[] = [];
    const left: Waiting[] = [];
    for (const one of this.#waiting) {
      const places = placesOf(one.ask);
      const meets =
        places.written.some((place) => written.has(place) || read.has(place)) ||
        places.read.some((place) => written.has(place));
      if (meets || aboard.length === mostTogether) {
        left.push(one);
        continue;
      }
      aboard.push(one);
      for (const place of places.written) written.add(place);
      for (const place of places.read) read.add(place);
    }
    this.#waiting = left;
    return aboard;
  }

  async #go(aboard: readonly Waiting[]): Promise<void> {
    this.#underWay.add(aboard);
    try {
      await this.#answer(aboard);
    } finally {
      this.#underWay.delete(aboard);
      this.#call();
    }
  }

  async #answer(aboard: readonly Waiting[]): Promise<void> {
    try {
      const answers = await askTogether(
        this.#database,
        aboard.map(({ ask }) => ask),
      );
      for (const [n, { resolve }] of aboard.entries()) resolve(answers[n] as Answer);
    } catch (error) {
      if (aboard.length > 1 && isRefused(error)) {
        await Promise.all(aboard.map((one) => this.#answer([one])));
      } else {
        for (const { reject } of aboard) reject(error);
      }
    }
  }
}

/** The database itself said no, so that certainly nothing of it is kept. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof UpgraderaError ? error.cause : undefined;
  return cause instanceof pg.DatabaseError && cause.severity === 'ERROR';
}

/** Moves of many users, one after the other, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Move } from '../../../commerce/model/move/move.ts';
import { newMove, type WishedUsers } from '../../../commerce/move/newMove.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import { MoveDesk, person, products } from '../../support/tenant/moveDesk.ts';
import { serveDirectory } from './directoryServer.ts';

/** So much faster passes the time of the move: its pace is not what is tested. */
const speed = 2_000;

const tellingSchema = z.object({ id: z.string(), rss: z.number(), lines: z.number().optional() });

export class MoveProcess {
  readonly licences: MemoryLicences;
  readonly place: LowdbPlace;
  readonly began = Date.now();
  /** In their order. */
  readonly ids: string[] = [];
  /** Bytes that the process took at the most, by move. */
  readonly memory = new Map<string, number>();
  /** Users in the report, by move. */
  readonly reported = new Map<string, number>();
  readonly #url: string;
  readonly #server: Server;

  /** Asked for by this process, and not begun. */
  static async begin(
    people: readonly DirectoryUser[],
    wished: readonly WishedUsers[] = [{ kind: 'all' }],
  ): Promise<MoveProcess> {
    const licences = new MemoryLicences(people, products, 999);
    const { url, server } = await serveDirectory(licences);
    const begun = new MoveProcess(licences, await LowdbPlace.make(), url, server);
    for (const users of wished) await begun.#ask(users);
    return begun;
  }

  private constructor(licences: MemoryLicences, place: LowdbPlace, url: string, server: Server) {
    this.licences = licences;
    this.place = place;
    this.#url = url;
    this.#server = server;
  }

  async #ask(users: WishedUsers): Promise<void> {
    await this.read(async (desk) => {
      const at = desk.now.toString();
      const move = newMove(person, desk.wish(users), { at, wakeAt: at });
      await desk.moves.insert(move);
      this.ids.push(move.id);
    });
  }

  /** While no other process is at it. */
  async read<T>(look: (desk: MoveDesk) => Promise<T>): Promise<T> {
    const storage = await this.place.openStorage();
    try {
      const desk = new MoveDesk(this.licences, storage);
      desk.now = Temporal.Instant.fromEpochMilliseconds(this.began);
      return await look(desk);
    } finally {
      await storage.close();
    }
  }

  move(id: string): Promise<Move> {
    return this.read((desk) => desk.move(id));
  }

  #start(): ChildProcess {
    const file = path.join(import.meta.dirname, 'moveChild.ts');
    const given = [
      this.place.folder,
      this.#url,
      this.ids.join(),
      String(this.began),
      String(speed),
    ];
    const child = spawn(process.execPath, [file, ...given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface(child.stdout).on('line', (line) => {
      const { id, rss, lines } = tellingSchema.parse(JSON.parse(line));
      this.memory.set(id, Math.max(rss, this.memory.get(id) ?? 0));
      if (lines !== undefined) this.reported.set(id, lines);
    });
    return child;
  }

  /** Until all moves are over. */
  async run(): Promise<void> {
    await this.#ended(this.#start());
  }

  /**
   * Kills the process so many milliseconds after it has asked the directory so many times.
   * @returns whether it came to its end before
   */
  async runUntil(calls: number, milliseconds: number): Promise<boolean> {
    const child = this.#start();
    let timer: NodeJS.Timeout | undefined;
    let left = calls;
    this.licences.before = async () => {
      left -= 1;
      if (left === 0) timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    };
    const isOver = await this.#ended(child);
    clearTimeout(timer);
    return isOver;
  }

  /** @returns whether it ended by itself */
  async #ended(child: ChildProcess): Promise<boolean> {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== null && code !== 0) throw new RangeError(`ended with ${code}`);
    return code === 0;
  }

  async drop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await this.place.drop();
  }
}

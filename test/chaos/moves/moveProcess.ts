/** A move of many users in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Move } from '../../../commerce/model/move/move.ts';
import { newMove } from '../../../commerce/move/newMove.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import { MoveDesk, people, person, products } from '../../support/tenant/moveDesk.ts';
import { serveDirectory } from './directoryServer.ts';

/** So much faster passes the time of the move: its pace is not what is tested. */
const speed = 2_000;

const tellingSchema = z.object({ rss: z.number(), lines: z.number().optional() });

export class MoveProcess {
  readonly licences: MemoryLicences;
  readonly place: LowdbPlace;
  readonly began = Date.now();
  /** Bytes that the process took, each second. */
  readonly memory: number[] = [];
  /** Users in the report. */
  reported: number | undefined;
  readonly #url: string;
  readonly #server: Server;
  id = '';

  /** Asked for by this process, and not begun. */
  static async begin(count: number): Promise<MoveProcess> {
    const licences = new MemoryLicences(people(count), products, 999);
    const { url, server } = await serveDirectory(licences);
    const begun = new MoveProcess(licences, await LowdbPlace.make(), url, server);
    await begun.#ask();
    return begun;
  }

  private constructor(licences: MemoryLicences, place: LowdbPlace, url: string, server: Server) {
    this.licences = licences;
    this.place = place;
    this.#url = url;
    this.#server = server;
  }

  async #ask(): Promise<void> {
    await this.read(async (desk) => {
      const at = desk.now.toString();
      const move = newMove(person, desk.wish(), { at, wakeAt: at });
      await desk.moves.insert(move);
      this.id = move.id;
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

  move(): Promise<Move> {
    return this.read((desk) => desk.move(this.id));
  }

  start(): ChildProcess {
    const file = path.join(import.meta.dirname, 'moveChild.ts');
    const given = [this.place.folder, this.#url, this.id, String(this.began), String(speed)];
    const child = spawn(process.execPath, [file, ...given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface(child.stdout).on('line', (line) => {
      const { rss, lines } = tellingSchema.parse(JSON.parse(line));
      this.memory.push(rss);
      this.reported = lines ?? this.reported;
    });
    return child;
  }

  /** @returns whether it came to its end by itself */
  async runFor(milliseconds: number): Promise<boolean> {
    const child = this.start();
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearTimeout(timer);
    if (code !== null && code !== 0) throw new RangeError(`ended with ${code}`);
    return code === 0;
  }

  async drop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await this.place.drop();
  }
}

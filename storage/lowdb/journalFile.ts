/**
 * A file that only grows. Lines that come while the disk is busy are written together and share one
 * sync: a single one is as durable as before, and many at once cost hardly more than one.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';
import { UpgraderaError } from '../../commerce/errors.ts';
import { ownerOnly, writeAll } from './durableFile.ts';
import { SharedRun } from './sharedRun.ts';

const open = promisify(fs.open);
const sync = promisify(fs.fdatasync);
const cut = promisify(fs.ftruncate);
const close = promisify(fs.close);
const stat = promisify(fs.stat);
const statOpen = promisify(fs.fstat);

interface Waiting {
  line: string;
  onDisk: () => void;
}

export class JournalFile {
  readonly path: string;
  readonly #fd: number;
  readonly #flush = new SharedRun(() => this.#write());
  #waiting: Waiting[] = [];
  #size = 0;
  /** Set when the disk may hold what was refused, or may have lost what was acknowledged. */
  #fault: UpgraderaError | undefined;

  private constructor(path: string, fd: number) {
    this.path = path;
    this.#fd = fd;
  }

  /** A new file; its name is on the disk once its folder is synced. */
  static async create(path: string): Promise<JournalFile> {
    return new JournalFile(path, await open(path, 'wx', ownerOnly));
  }

  /** Bytes that are on the disk. */
  get size(): number {
    return this.#size;
  }

  /**
   * Lines stand in the order in which they came.
   * @param onDisk called when the line is on the disk, before anybody else learns of it
   */
  append(line: string, onDisk: () => void): Promise<void> {
    this.#waiting.push({ line, onDisk });
    return this.#flush.run();
  }

  /** @throws storage.unavailable when its name leads elsewhere by now, or nowhere */
  async verify(): Promise<void> {
    const [named, own] = await Promise.all([stat(this.path), statOpen(this.#fd)]);
    if (named.ino !== own.ino || named.dev !== own.dev) {
      throw new UpgraderaError('storage.unavailable', `${this.path} is another file`);
    }
  }

  /** Waits for all that was appended. */
  async close(): Promise<void> {
    await this.#flush.rest();
    await close(this.#fd);
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    if (this.#fault) throw this.#fault;
    const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
    try {
      await writeAll(this.#fd, bytes, this.path, this.#size);
    } catch (error) {
      await this.#takeBack(error);
      throw error;
    }
    try {
      await sync(this.#fd);
    } catch (error) {
      throw this.#doubt(error);
    }
    this.#size += bytes.length;
    for (const { onDisk } of batch) onDisk();
  }

  /** What was refused must not stand there when the file is read again. */
  async #takeBack(cause: unknown): Promise<void> {
    await cut(this.#fd, this.#size).catch(() => this.#doubt(cause));
  }

  /** Only reading the file anew tells what is in it: nothing more is written until a restart. */
  #doubt(cause: unknown): UpgraderaError {
    this.#fault = new UpgraderaError('storage.unavailable', `${this.path} is in doubt`, cause);
    return this.#fault;
  }
}

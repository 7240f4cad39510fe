/**
 * A file that only grows. Lines that come while the disk is busy are written together and share one
 * sync: a single one is as durable as before, and many at once cost hardly more than one.
 */
import fs from 'node:fs';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { SharedRun } from '../sharedRun.ts';
import { ownerOnly, writeWhole } from '../wholeFile.ts';

const open = promisify(fs.open);
const sync = promisify(fs.fdatasync);
const cut = promisify(fs.ftruncate);
const close = promisify(fs.close);
const stat = promisify(fs.stat);
const statOpen = promisify(fs.fstat);

interface Waiting {
  bytes: Buffer;
  /** @param at where in the file its bytes begin. @param length how many they are */
  onDisk: (at: number, length: number) => void;
}

export class JournalFile {
  readonly path: string;
  /** Open until `close`. */
  readonly fd: number;
  readonly #flush = new SharedRun(() => this.#write());
  #waiting: Waiting[] = [];
  #size = 0;
  /** Set when the disk may hold a line that was refused, or may have lost one that was acknowledged. */
  #fault: UpgraderaError | undefined;

  private constructor(path: string, fd: number) {
    this.path = path;
    this.fd = fd;
  }

  /** A new file; its name is on the disk once its folder is synced. */
  static async create(path: string): Promise<JournalFile> {
    return new JournalFile(path, await open(path, 'wx+', ownerOnly));
  }

  /** Bytes that are on the disk. */
  get size(): number {
    return this.#size;
  }

  /**
   * Lines stand in the order in which they came.
   * @param onDisk called when the line is on the disk, before anybody else learns of it
   */
  append(bytes: Buffer, onDisk: Waiting['onDisk']): Promise<void> {
    this.#waiting.push({ bytes, onDisk });
    return this.#flush.run();
  }

  /** Reads what is on the disk already; mostly the system still has it in memory. */
  read(at: number, length: number): string {
    const bytes = Buffer.alloc(length);
    const read = fs.readSync(this.fd, bytes, 0, length, at);
    return bytes.toString('utf8', 0, read);
  }

  /** @throws storage.unavailable when its path leads to another file by now, or to none */
  async verify(): Promise<void> {
    const [named, own] = await Promise.all([stat(this.path), statOpen(this.fd)]);
    if (named.ino !== own.ino || named.dev !== own.dev) {
      throw new UpgraderaError('storage.unavailable', `${this.path} is another file`);
    }
  }

  /** Waits for all that was appended. */
  rest(): Promise<void> {
    return this.#flush.rest();
  }

  /** Removes the file from its folder. It can be read until it is closed. */
  unlink(): Promise<void> {
    return rm(this.path, { force: true });
  }

  close(): Promise<void> {
    return close(this.fd);
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    if (this.#fault) throw this.#fault;
    const all = Buffer.concat(batch.map(({ bytes }) => bytes));
    try {
      writeWhole(this.fd, all, this.path, this.#size);
    } catch (error) {
      await this.#takeBack(error);
      throw error;
    }
    try {
      await sync(this.fd);
    } catch (error) {
      throw this.#doubt(error);
    }
    for (const { bytes, onDisk } of batch) {
      onDisk(this.#size, bytes.length);
      this.#size += bytes.length;
    }
  }

  /** A line that was refused must not stand in the file when it is read again. */
  async #takeBack(cause: unknown): Promise<void> {
    await cut(this.fd, this.#size).catch(() => this.#doubt(cause));
  }

  /** Nobody knows what is in the file until it is read again: nothing more is written before a restart. */
  #doubt(cause: unknown): UpgraderaError {
    this.#fault = new UpgraderaError('storage.unavailable', `${this.path} is in doubt`, cause);
    return this.#fault;
  }
}

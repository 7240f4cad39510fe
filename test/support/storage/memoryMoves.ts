/** Moves and their parts in memory, as JSON, with versions as the engines keep them. */
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Move } from '../../../commerce/model/move/move.ts';
import { type MovePart, movePartSchema } from '../../../commerce/model/move/movePart.ts';
import { waitingMove } from '../../../commerce/move/waitingMove.ts';
import type {
  MovePartRepository,
  MoveRepository,
  Stored,
} from '../../../commerce/ports/repositories.ts';

class Documents<T> {
  readonly #texts = new Map<string, { text: string; version: number }>();
  readonly #parse: (document: unknown) => T;

  constructor(parse: (document: unknown) => T) {
    this.#parse = parse;
  }

  read(id: string): Stored<T> | undefined {
    const found = this.#texts.get(id);
    return found && { value: this.#parse(JSON.parse(found.text)), version: found.version };
  }

  write(id: string, value: T, version: number): number {
    if ((this.#texts.get(id)?.version ?? 0) !== version) {
      throw new UpgraderaError('storage.conflict', id);
    }
    this.#texts.set(id, { text: JSON.stringify(value), version: version + 1 });
    return version + 1;
  }

  all(): T[] {
    return [...this.#texts.keys()].map((id) => this.read(id)!.value);
  }
}

/** Nobody is woken by it: whoever tests looks by themselves. */
export class MemoryMoves implements MoveRepository {
  readonly #documents = new Documents<Move>((document) => waitingMove.schema.parse(document));

  async insert(move: Move): Promise<boolean> {
    if (this.#documents.read(move.id)) return false;
    this.#documents.write(move.id, move, 0);
    return true;
  }

  async get(id: string): Promise<Stored<Move> | undefined> {
    return this.#documents.read(id);
  }

  async replace(move: Move, version: number): Promise<number> {
    return this.#documents.write(move.id, move, version);
  }

  async listByTenant(tenantId: string): Promise<Move[]> {
    return this.#documents.all().filter((move) => move.tenantId === tenantId);
  }

  async due(): Promise<string[]> {
    return [];
  }

  async undelivered(): Promise<string[]> {
    return [];
  }

  async nextDue(): Promise<string | undefined> {
    return undefined;
  }
}

export class MemoryMoveParts implements MovePartRepository {
  readonly #documents = new Documents<MovePart>((document) => movePartSchema.parse(document));

  async get(moveId: string, index: number): Promise<Stored<MovePart> | undefined> {
    return this.#documents.read(`${moveId}/${index}`);
  }

  async save(part: MovePart, version: number): Promise<number> {
    return this.#documents.write(`${part.moveId}/${part.index}`, part, version);
  }
}

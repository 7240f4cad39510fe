import { type MovePart, movePartSchema } from '../../commerce/model/move/movePart.ts';
import type { MovePartRepository, Stored } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { CheckedDocuments } from './documents.ts';

/** A damaged one stays where it is: it says what users had before they were moved. */
export class StoredMoveParts implements MovePartRepository {
  readonly #documents: CheckedDocuments<MovePart>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'moveParts', movePartSchema);
  }

  get(moveId: string, index: number): Promise<Stored<MovePart> | undefined> {
    return this.#documents.read(idOf(moveId, index));
  }

  save(part: MovePart, version: number): Promise<number> {
    return this.#documents.save(idOf(part.moveId, part.index), part, version);
  }
}

const idOf = (moveId: string, index: number): string => `${moveId}/${index}`;

/** What is remembered of the support desk besides its cases: where it is, and the cases that are open. */
import {
  type BoardEntry,
  type BoardPart,
  boardPartSchema,
  type CaseBoard,
  entriesWith,
} from '../../../commerce/support/board.ts';
import type { SupportCase } from '../../../commerce/support/case.ts';
import {
  type DeskPlace,
  type DeskPlaces,
  deskPlacesSchema,
} from '../../../commerce/support/deskPlaces.ts';
import type { StorageEngine } from '../../contract/engine.ts';
import { CheckedDocuments } from '../documents.ts';

const onlyId = 'desk';

export class StoredDeskPlaces implements DeskPlaces {
  readonly #documents: CheckedDocuments<{ v: 1; places: DeskPlace[] }>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'deskPlaces', deskPlacesSchema);
  }

  async all(): Promise<readonly DeskPlace[]> {
    return (await this.#documents.readOrSetAside(onlyId))?.value.places ?? [];
  }

  async set(place: DeskPlace): Promise<void> {
    await this.#documents.change(onlyId, (known) => {
      const others = known?.places.filter((one) => one.conversation !== place.conversation) ?? [];
      return { v: 1, places: [place, ...others] };
    });
  }
}

/** A part is written anew with each step of one of its cases, so that none is large. */
const parts = 16;

/** A damaged part begins anew: each of its cases comes back with its next step. */
export class StoredCaseBoard implements CaseBoard {
  readonly #documents: CheckedDocuments<BoardPart>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'caseBoards', boardPartSchema);
  }

  async put(one: SupportCase): Promise<void> {
    await this.#documents.change(partOf(one.id), (known) => {
      const before = known?.entries ?? [];
      const entries = entriesWith(before, one);
      return entries === before ? undefined : { v: 1, entries };
    });
  }

  async all(): Promise<BoardEntry[]> {
    const ids = Array.from({ length: parts }, (_, index) => String(index));
    const read = await Promise.all(ids.map((id) => this.#documents.readOrSetAside(id)));
    return read.flatMap((part) => part?.value.entries ?? []);
  }
}

/** The last character of a reference is one of 32, all alike. */
function partOf(id: string): string {
  return String((id.codePointAt(id.length - 1) ?? 0) % parts);
}

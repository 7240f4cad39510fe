/** Pages of a move's users, read from its parts. */
import type { Move } from '../model/move/move.ts';
import type { Mover } from '../model/move/movePart.ts';
import type { MovePartRepository } from '../ports/repositories.ts';
import { mostUsersAtOnce } from '../ports/userLicences.ts';

export interface RowPage {
  rows: Mover[];
  /** Where the next page begins; absent on the last one. */
  next?: number;
}

/** The users of a move, a part after the other: memory holds one part. */
export async function* partsOf(
  parts: MovePartRepository,
  { id, parts: count }: Pick<Move, 'id' | 'parts'>,
  from = 0,
): AsyncIterable<{ index: number; users: readonly Mover[] }> {
  for (let index = from; index < count; index += 1) {
    const part = await parts.get(id, index);
    if (part) yield { index, users: part.value.users };
  }
}

/**
 * Whole parts until a page is full. Parts of which nobody is shown are read over.
 * @param from number of a part
 */
export async function rowsFrom(
  parts: MovePartRepository,
  move: Pick<Move, 'id' | 'parts'>,
  from: number,
  only: (row: Mover) => boolean = () => true,
): Promise<RowPage> {
  const rows: Mover[] = [];
  for await (const { index, users } of partsOf(parts, move, from)) {
    const shown = users.filter(only);
    if (rows.length > 0 && rows.length + shown.length > mostUsersAtOnce)
      return { rows, next: index };
    rows.push(...shown);
  }
  return { rows };
}

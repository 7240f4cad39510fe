/** Cards in chats that show users on their way to another plan: replaced in place as they move. */
import { moveCard } from '../../../cards/manualChange/moveCard.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { isOver } from '../../../commerce/move/changeMove.ts';
import type { Moving } from '../../../commerce/move/moving.ts';
import { rowsFrom } from '../../../commerce/move/rows.ts';
import type { MovePartRepository, MoveRepository } from '../../../commerce/ports/repositories.ts';
import {
  aroundMove,
  type MoveSurroundingsNeeds,
  moveView,
} from '../../../dialogs/manualChange/moving/moveViews.ts';
import { ShownCards, type ShownCardsParts } from './shownCards.ts';

interface MoveCardsNeeds extends Omit<MoveSurroundingsNeeds, 'moving'> {
  moves: MoveRepository;
  moveParts: MovePartRepository;
  catalog: Pick<Catalog, 'find'>;
}

export class MoveCards extends ShownCards {
  constructor(needs: MoveCardsNeeds, parts: ShownCardsParts) {
    // Who is refused is counted while it goes on: to list them takes reading all that was done, again and again.
    const rows: Moving['rows'] = async (move, { from = 0, only } = {}) =>
      isOver(move) ? rowsFrom(needs.moveParts, move, from, only) : { rows: [] };
    super(parts, async (id) => {
      const move = (await needs.moves.get(id))?.value;
      if (!move) return undefined;
      const around = await aroundMove({ ...needs, moving: { rows } }, move);
      const { tenantId, revision, cards = [] } = move;
      const draw = (context: Parameters<typeof moveCard>[1]) =>
        moveCard(moveView(needs.catalog, context.l, move, around), context);
      return { id, tenantId, revision, cards, draw };
    });
  }
}

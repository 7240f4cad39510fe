/** An upgrade turns all services on for everybody (R85): who had some off is noted before, and has them off again. */
import type { Move } from '../model/move/move.ts';
import { isFinal, type Order } from '../model/order.ts';
import type { Clock } from '../ports/clock.ts';
import type { MovePartRepository, MoveRepository } from '../ports/repositories.ts';
import type { UserLicences } from '../ports/userLicences.ts';
import { changeMove } from './changeMove.ts';
import { newMove } from './newMove.ts';
import { errandOf } from './working/errand.ts';
import { gatherOn } from './working/gather.ts';
import type { Mover } from './working/mover.ts';
import { gathered, halted } from './working/passes.ts';

export interface KeepingNeeds {
  moves: MoveRepository;
  parts: MovePartRepository;
  licences: UserLicences;
  mover: Pick<Mover, 'step'>;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
}

/** Looks at a directory that does not answer, after which an order waits no longer. */
const mostFailures = 3;
/** Seconds for one look. */
const lookSeconds = 2;

export class Keeping {
  readonly #needs: KeepingNeeds;

  constructor(needs: KeepingNeeds) {
    this.#needs = needs;
  }

  /**
   * To be called before an order is placed, until it says so; however often.
   * @returns whether the order may be placed: all is noted, or can't be, and then somebody is told
   */
  async noted(order: Order): Promise<boolean> {
    const { moves, mover } = this.#needs;
    const id = keepingId(order);
    const stored = (await moves.get(id))?.value ?? (await this.#begin(order, id));
    if (!stored?.gathering) return true;
    const error = await mover.step(id, lookSeconds);
    const at = await this.#now(order);
    const after = await changeMove(moves, id, (move) =>
      error !== undefined && move.gathering && move.failedAttempts >= mostFailures
        ? halted(move, 'upstream.unavailable', at)
        : move,
    );
    return after.gathering === undefined;
  }

  /** An order has moved on: what waits for its end looks now, and not only in a while. */
  async orderChanged({ id, state }: Order): Promise<void> {
    const { moves, now } = this.#needs;
    const waits = isFinal({ state }) && (await moves.get(keepingId({ id })));
    if (!waits) return;
    const at = now().toString();
    await changeMove(moves, keepingId({ id }), (move) =>
      move.state === 'awaiting' ? { ...move, nextCheckAt: at } : move,
    );
  }

  /** Most tenants are read at once, and where nobody has anything off there is nothing to remember. */
  async #begin(order: Order, id: string): Promise<Move | undefined> {
    const { tenantId, conversation, placedBy, sourceSkuId, targetSkuId } = order;
    const { moves, now } = this.#needs;
    const at = await this.#now(order);
    const wakeAt = now().add({ minutes: 1 }).toString();
    const asker = { tenantId, conversation, ...placedBy };
    const users = { kind: 'order', orderId: order.id } as const;
    const wish = { sourceSkuId, targetSkuId, users };
    const asked = { ...newMove(asker, wish, { at, wakeAt }), id };
    const read = await this.#read(asked).catch(() => asked);
    if (!read.gathering && read.parts === 0) return undefined;
    const begun = read.gathering ? read : gathered(read, { at, now: now() });
    await moves.insert(begun);
    return begun;
  }

  async #read(asked: Move): Promise<Move> {
    const { licences, parts, now } = this.#needs;
    const until = now().add({ seconds: lookSeconds });
    const errand = await errandOf(licences, asked);
    let move: Move = { ...asked, sourceServices: [...errand.sourceServices] };
    while (move.gathering && Temporal.Instant.compare(now(), until) < 0) {
      move = await gatherOn({ licences, parts }, move, errand);
    }
    return move;
  }

  async #now({ tenantId }: Order): Promise<string> {
    return (await this.#needs.clock.now(tenantId)).toString();
  }
}

/** One for each order. */
export function keepingId({ id }: Pick<Order, 'id'>): string {
  return `keep-${id}`;
}

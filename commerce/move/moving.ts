/** Moves of a tenant: planned, begun, and steered by its people. What is done is done by the worker. */
import { UpgraderaError } from '../base/errors.ts';
import { aimOf, type Move } from '../model/move/move.ts';
import type { Mover as Row } from '../model/move/movePart.ts';
import { type OrUnknown, orUnknown } from '../model/unknown.ts';
import { changeMove, isOver, isUnderWay, stepped } from './changeMove.ts';
import { claimedForUndo, countedBefore, type MoveWish, newMove, undoWish } from './newMove.ts';
import { type ReportWords, reportOf } from './report.ts';
import { type RowPage, rowsFrom } from './rows.ts';
import { Mover, type MoverParts } from './working/mover.ts';
import { brokenOff, nextPass } from './working/passes.ts';

/** Who acts, and where. */
export interface MovePerson {
  tenantId: string;
  userId: string;
  name: string;
  conversation: string;
}

export interface MovingNeeds extends MoverParts {
  /** There is a move to go on with. */
  wake(): void;
}

/** Licences of the target: `needed` by users without one, and by how many those that are free fall short. */
export interface MoveCapacity {
  needed: number;
  free: number;
  short: number;
}

/** `other`: licences of the same product are being freed already. */
export type MoveStart =
  | { outcome: 'started' | 'other'; move: Move }
  | ({ outcome: 'short' } & MoveCapacity);

/** Seconds for which a person waits for a dry run; what takes longer is told when it is there. */
const patienceSeconds = 2;

export class Moving {
  readonly #needs: MovingNeeds;
  readonly #mover: Mover;

  constructor(needs: MovingNeeds) {
    this.#needs = needs;
    this.#mover = new Mover(needs);
  }

  /**
   * A dry run: reads who would be moved, and changes nothing.
   * @returns `planned`, or still `planning` when it takes longer; then a notice tells when it is there
   * @throws what keeps the directory from answering and does not pass by itself
   */
  async plan(person: MovePerson, wish: MoveWish): Promise<Move> {
    const { now, clock, moves } = this.#needs;
    const at = (await clock.now(person.tenantId)).toString();
    const wakeAt = now().add({ seconds: 5 * patienceSeconds });
    const move = newMove(person, wish, { at, wakeAt: wakeAt.toString() });
    await moves.insert(move);
    const error = await this.#mover.step(move.id, patienceSeconds);
    if (error instanceof UpgraderaError && !error.retryable) {
      await this.stop(person, move.id);
      throw error;
    }
    const planned = await changeMove(moves, move.id, (current) =>
      current.gathering
        ? {
            ...current,
            gathering: { ...current.gathering, tells: true },
            nextCheckAt: now().toString(),
          }
        : current,
    );
    if (isUnderWay(planned)) this.#needs.wake();
    return planned;
  }

  /** @throws move.unknown, also for one of another tenant */
  async get(tenantId: string, id: string | undefined): Promise<Move> {
    const move = id === undefined ? undefined : (await this.#needs.moves.get(id))?.value;
    if (move?.tenantId !== tenantId) throw new UpgraderaError('move.unknown', id);
    return move;
  }

  /** What a move needs and has; unknown where the directory can't tell, or where licences only come free. */
  async capacity(move: Move): Promise<OrUnknown<MoveCapacity>> {
    const { tenantId, sourceSkuId, targetSkuId = sourceSkuId, planned } = move;
    if (aimOf(move) === 'free') return 'unknown';
    const known = await orUnknown(this.#needs.licences.capacity(tenantId, targetSkuId));
    if (known === 'unknown') return known;
    const needed = planned[aimOf(move) === 'giveBack' ? 'give' : 'swap'] ?? 0;
    const free = Math.max(0, known.bought - known.assigned);
    return { needed, free, short: Math.max(0, needed - free) };
  }

  /** A page of users, in the order in which they are moved. @param from as `next` of the page before */
  async rows(
    move: Move,
    { from, only }: { from?: number | undefined; only?: (row: Row) => boolean } = {},
  ): Promise<RowPage> {
    return rowsFrom(this.#needs.parts, move, from ?? 0, only);
  }

  /** Begins what was planned, unless there are too few licences. Once, however often it is said. */
  async start(person: MovePerson, id: string | undefined): Promise<MoveStart> {
    const move = await this.get(person.tenantId, id);
    if (move.state !== 'planned') return { outcome: 'started', move: this.#begun(move) };
    const other =
      move.targetSkuId === undefined
        ? await this.freeingOf(person.tenantId, move.sourceSkuId)
        : undefined;
    if (other) return { outcome: 'other', move: other };
    const capacity = await this.capacity(move);
    if (capacity !== 'unknown' && capacity.short > 0) return { outcome: 'short', ...capacity };
    await claimedForUndo(this.#needs.moves, move);
    const counted = await countedBefore(this.#needs.licences, move);
    const started = await this.#step(person, move.id, (current, at) =>
      current.state === 'planned'
        ? stepped(
            {
              ...current,
              userId: person.userId,
              by: person.name,
              conversation: person.conversation,
              ...(counted ? { counted } : {}),
            },
            {
              to: 'running',
              at,
              by: person.userId,
              event: 'move.started',
              nextCheckAt: this.#now(),
            },
          )
        : current,
    );
    return { outcome: 'started', move: started };
  }

  /** After the batch that is under way. Nothing happens to one that does not run. */
  pause(person: MovePerson, id: string | undefined): Promise<Move> {
    return this.#step(person, id, (move, at) =>
      move.state === 'running'
        ? stepped(move, { to: 'paused', at, by: person.userId, event: 'move.paused' })
        : move,
    );
  }

  /** Nothing happens to one that is not paused. */
  resume(person: MovePerson, id: string | undefined): Promise<Move> {
    return this.#step(person, id, (move, at) => {
      if (move.state !== 'paused') return move;
      const working = move.pass.kind === 'verify' ? 'verifying' : 'running';
      const to = move.gathering ? 'planning' : working;
      const event = 'move.resumed';
      return stepped(move, { to, at, by: person.userId, event, nextCheckAt: this.#now() });
    });
  }

  /** For good; who was moved stays moved. A dry run is given up. Nothing happens to one that is over. */
  stop(person: MovePerson, id: string | undefined): Promise<Move> {
    return this.#step(person, id, (move, at) => {
      const { state } = move;
      if (isOver(move) || state === 'verifying') return move;
      const by = person.userId;
      if (move.gathering || state === 'planned') {
        const { gathering: _, ...rest } = move;
        return stepped(rest, { to: 'stopped', at, by, event: 'move.stopped' });
      }
      return brokenOff(move, by, { at, now: this.#needs.now() });
    });
  }

  /** Those who were refused are tried again. Nothing happens where nobody is left. */
  retry(person: MovePerson, id: string | undefined): Promise<Move> {
    return this.#step(person, id, (move, at) => {
      if (move.state !== 'doneWithUsersLeft' || move.undoneBy) return move;
      const again = { ...move, pass: nextPass(move, { kind: 'move', again: true }) };
      const event = 'move.retried';
      const by = person.userId;
      return stepped(again, { to: 'running', at, by, event, nextCheckAt: this.#now() });
    });
  }

  /**
   * A dry run of the way back: to be started like any other.
   * @throws move.not-now for a move that is not over, or is itself a way back
   */
  async undo(person: MovePerson, id: string | undefined): Promise<Move> {
    const move = await this.get(person.tenantId, id);
    return this.plan(person, undoWish(move));
  }

  /** The move by which licences of a product are being freed or given back, where one has begun. */
  async freeingOf(tenantId: string, skuId: string): Promise<Move | undefined> {
    const hasBegun = ({ state }: Move): boolean =>
      state === 'running' || state === 'paused' || state === 'verifying';
    const all = await this.ofTenant(tenantId);
    return all.find(
      (move) =>
        move.targetSkuId === undefined &&
        move.sourceSkuId === skuId.toLowerCase() &&
        move.gathering === undefined &&
        hasBegun(move),
    );
  }

  /** Moves of a conversation that are not over, newest first. */
  async openIn({ tenantId, conversation }: Omit<MovePerson, 'userId' | 'name'>): Promise<Move[]> {
    const all = await this.ofTenant(tenantId);
    return all.filter((move) => !isOver(move) && move.conversation === conversation);
  }

  /** Those that people have asked for, newest first. */
  async ofTenant(tenantId: string): Promise<Move[]> {
    const all = await this.#needs.moves.listByTenant(tenantId);
    return all.filter(({ selection }) => selection.kind !== 'order');
  }

  /** A table of comma-separated values, a piece at a time: header first, then the users of a batch each. */
  report(move: Move, words: ReportWords): AsyncIterable<string> {
    return reportOf(this.#needs.parts, move, words);
  }

  async #step(
    { tenantId }: MovePerson,
    id: string | undefined,
    change: (move: Move, at: string) => Move,
  ): Promise<Move> {
    const { id: known } = await this.get(tenantId, id);
    const at = (await this.#needs.clock.now(tenantId)).toString();
    const moved = await changeMove(this.#needs.moves, known, (move) => change(move, at));
    if (isUnderWay(moved)) this.#needs.wake();
    return moved;
  }

  /** @throws move.not-now for one that can't be started any more */
  #begun(move: Move): Move {
    if (move.gathering || move.state === 'stopped') {
      throw new UpgraderaError('move.not-now', move.id);
    }
    return move;
  }

  #now(): string {
    return this.#needs.now().toString();
  }
}

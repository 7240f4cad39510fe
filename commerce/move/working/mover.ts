/** Takes one move some batches further. Knows no timers: it is woken, and says when to wake it next. */
import { UpgraderaError } from '../../base/errors.ts';
import type { Move } from '../../model/move/move.ts';
import type { MovePart } from '../../model/move/movePart.ts';
import { isFinal } from '../../model/order.ts';
import { countLooks, moveStepSeconds, upgradeLookSeconds } from '../../model/policyValues.ts';
import { retryDelay } from '../../order/service/serviceErrors.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  MovePartRepository,
  MoveRepository,
  OrderRepository,
} from '../../ports/repositories.ts';
import type { UserLicences } from '../../ports/userLicences.ts';
import { changeMove, isUnderWay } from '../changeMove.ts';
import { recounted, tallyOf } from '../tally.ts';
import { CallPace } from './callPace.ts';
import { type Errand, errandOf } from './errand.ts';
import { gatherOn } from './gather.ts';
import { moveBatch } from './moveBatch.ts';
import { gathered, halted, passEnded, upgradeEnded } from './passes.ts';
import { countsLate, verifyBatch } from './verifyBatch.ts';

export interface MoverParts {
  moves: MoveRepository;
  parts: MovePartRepository;
  orders: Pick<OrderRepository, 'get'>;
  licences: UserLicences;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** What has changed is stored. */
  changed?(move: Move): void;
}

/** Pages that are gathered at most before the move notes how far it has come. */
const haulsAtOnce = 10;

export class Mover {
  readonly #parts: MoverParts;
  readonly #pace = new CallPace();

  constructor(parts: MoverParts) {
    this.#parts = parts;
  }

  /**
   * Goes on for so many seconds, then others have their turn.
   * @returns the error that kept us from going on, for the log; the move goes on later, or waits for a person.
   * @throws storage.conflict and whatever else the storage throws: nothing is lost, and it is still due
   */
  async step(id: string, seconds = moveStepSeconds): Promise<unknown> {
    const stored = await this.#parts.moves.get(id);
    if (!stored || !isUnderWay(stored.value)) return undefined;
    let move = stored.value;
    try {
      if (move.state === 'awaiting' && move.selection.kind === 'order') {
        await this.#await(move, move.selection.orderId);
        return undefined;
      }
      const errand = await errandOf(this.#parts.licences, move);
      const until = this.#parts.now().add({ seconds });
      this.#pace.remember(move.tenantId, move.calls);
      for (;;) {
        const next = await this.#goOn(move, errand);
        const waits = next.nextCheckAt !== stored.value.nextCheckAt && !this.#isDue(next);
        const goesOn = isUnderWay(next) && next !== move && !waits;
        if (!goesOn || Temporal.Instant.compare(this.#parts.now(), until) >= 0) return undefined;
        move = next;
      }
    } catch (error) {
      if (error instanceof UpgraderaError && error.code.startsWith('storage.')) throw error;
      await this.#setBack(move, error);
      return error;
    }
  }

  #goOn(move: Move, errand: Errand): Promise<Move> {
    if (move.gathering) return this.#gather(move, errand);
    if (move.pass.at >= move.parts) return this.#endPass(move);
    return this.#workOn(move, errand);
  }

  async #gather(move: Move, errand: Errand): Promise<Move> {
    const until = this.#parts.now().add({ seconds: 1 });
    let next = move;
    // Small pages of a large tenant would each be a write.
    for (let hauls = 0; next.gathering && hauls < haulsAtOnce; hauls += 1) {
      next = await gatherOn(this.#parts, next, errand);
      if (Temporal.Instant.compare(this.#parts.now(), until) >= 0) break;
    }
    const at = (await this.#parts.clock.now(move.tenantId)).toString();
    return this.#change(move, (current) => {
      if (current.gathering?.taken !== move.gathering?.taken) return current;
      const { gathering, parts, planned, tally } = next;
      const isUpgrade = current.selection.kind === 'order';
      const noted = isUpgrade ? { sourceServices: [...errand.sourceServices] } : {};
      if (gathering) {
        const tells = current.gathering?.tells === true;
        const read = { gathering: { ...gathering, tells }, parts, planned, tally };
        return { ...current, ...read, ...noted };
      }
      return gathered(
        { ...current, parts, planned, tally, ...noted },
        { at, now: this.#parts.now() },
      );
    });
  }

  /** For an upgrade that is under way. */
  async #await(move: Move, orderId: string): Promise<void> {
    const order = (await this.#parts.orders.get(orderId))?.value;
    if (order && !isFinal(order)) {
      await this.#later(move, upgradeLookSeconds);
      return;
    }
    const at = (await this.#parts.clock.now(move.tenantId)).toString();
    const hasMoved = order?.state === 'completed' || order?.state === 'completedWithUserErrors';
    await this.#change(move, (current) =>
      current.state === 'awaiting'
        ? upgradeEnded(current, hasMoved ? order : undefined, { at, now: this.#parts.now() })
        : current,
    );
  }

  async #workOn(move: Move, errand: Errand): Promise<Move> {
    const { parts, licences, now } = this.#parts;
    const stored = await parts.get(move.id, move.pass.at);
    if (!stored) throw new UpgraderaError('move.unknown', `${move.id} part ${move.pass.at}`);
    if (move.pass.kind === 'verify') {
      return this.#counted(move, await verifyBatch({ licences, parts }, move, stored, errand));
    }
    const batch = { licences, parts, now, pace: this.#pace };
    const result = await moveBatch(batch, move, stored, errand);
    if (result.is === 'done') return this.#counted(move, result.part);
    if (result.is === 'wait') return this.#later(move, result.seconds);
    return this.#halt(move, 'noLicences');
  }

  /** The part counts, and the next one is due; once, whoever else was at it. */
  #counted(move: Move, part: MovePart): Promise<Move> {
    const { number, at } = move.pass;
    const unseen = part.users.filter(({ state }) => state === 'moved').length;
    const calls = this.#pace.recent(move.tenantId, this.#parts.now());
    return this.#change(move, (current) => {
      const { pass } = current;
      if (pass.number !== number || pass.at !== at) return current;
      return {
        ...current,
        tally: recounted(current.tally, part.counted, tallyOf(part.users)),
        pass: { ...pass, at: at + 1, unseen: pass.unseen + unseen },
        calls: calls.map((span) => ({ ...span })),
        revision: current.revision + 1,
        failedAttempts: 0,
      };
    });
  }

  async #endPass(move: Move): Promise<Move> {
    if (await countsLate(this.#parts.licences, move)) return this.#countLater(move);
    const at = (await this.#parts.clock.now(move.tenantId)).toString();
    const now = this.#parts.now();
    return this.#change(move, (current) =>
      current.pass.number === move.pass.number && isUnderWay(current)
        ? passEnded(current, { at, now })
        : current,
    );
  }

  #countLater(move: Move): Promise<Move> {
    const nextCheckAt = this.#in(countLooks.seconds);
    return this.#change(move, (current) => {
      const { counted } = current;
      if (!counted || counted.looks !== move.counted?.looks || !isUnderWay(current)) return current;
      return { ...current, counted: { ...counted, looks: counted.looks + 1 }, nextCheckAt };
    });
  }

  #later(move: Move, seconds: number): Promise<Move> {
    const nextCheckAt = this.#in(seconds);
    const calls = this.#pace.recent(move.tenantId, this.#parts.now());
    return this.#change(move, (current) =>
      isUnderWay(current) && current.nextCheckAt === move.nextCheckAt
        ? { ...current, nextCheckAt, calls: calls.map((span) => ({ ...span })) }
        : current,
    );
  }

  /** It waits for a person. */
  async #halt(move: Move, code: string): Promise<Move> {
    const at = (await this.#parts.clock.now(move.tenantId)).toString();
    return this.#change(move, (current) =>
      isUnderWay(current) ? halted(current, code, at) : current,
    );
  }

  /** What may pass is tried again; anything else needs somebody to see to it. */
  async #setBack(move: Move, error: unknown): Promise<void> {
    if (error instanceof UpgraderaError && error.retryable) {
      await this.#change(move, (current) =>
        isUnderWay(current) && current.nextCheckAt === move.nextCheckAt
          ? {
              ...current,
              failedAttempts: current.failedAttempts + 1,
              nextCheckAt: this.#in(retryDelay(current.failedAttempts, error)),
            }
          : current,
      );
      return;
    }
    await this.#halt(move, error instanceof UpgraderaError ? error.code : 'unforeseen');
  }

  async #change({ id, revision }: Move, change: (move: Move) => Move): Promise<Move> {
    const changed = await changeMove(this.#parts.moves, id, change);
    if (changed.revision !== revision) this.#parts.changed?.(changed);
    return changed;
  }

  #isDue({ nextCheckAt }: Move): boolean {
    return (
      nextCheckAt !== undefined && Temporal.Instant.compare(nextCheckAt, this.#parts.now()) <= 0
    );
  }

  /** ISO instant of real time. */
  #in(seconds: number): string {
    const milliseconds = Math.ceil(seconds * 1000);
    return this.#parts.now().add({ milliseconds }).toString();
  }
}

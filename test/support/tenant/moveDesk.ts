/** Moves over a folder and a directory in memory; time passes when somebody waits for it. */

import type { Move } from '../../../commerce/model/move/move.ts';
import type { Mover as Row } from '../../../commerce/model/move/movePart.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { type MovePerson, Moving } from '../../../commerce/move/moving.ts';
import type { MoveWish, WishedUsers } from '../../../commerce/move/newMove.ts';
import { partsOf } from '../../../commerce/move/rows.ts';
import { Mover, type MoverParts } from '../../../commerce/move/working/mover.ts';
import type { MovePartRepository, MoveRepository } from '../../../commerce/ports/repositories.ts';
import type { DirectoryUser, LicenceService } from '../../../commerce/ports/userLicences.ts';
import type { MemoryLicences } from './memoryLicences.ts';
import { catalog, firstInstant } from './simulatedTenant.ts';

export const sku = {
  e3: '6fd2c87f-b296-42f0-b197-1e91e994b900',
  e5: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
  visio: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
} as const;

export const person: MovePerson = {
  tenantId: 'tenant-1',
  userId: 'user-1',
  name: 'Åsa Öberg',
  conversation: 'tenant-1/msteams/a:1',
};

/** What products contain, by the catalogue. */
export const products: Record<string, readonly LicenceService[]> = Object.fromEntries(
  Object.values(sku).map((skuId) => [skuId, catalog.plan(skuId).servicePlans]),
);

export function planIdOf(skuId: string, name: string): string {
  return products[skuId]!.find((plan) => plan.name === name)!.id;
}

/** People with the source and nothing special, numbered from 0. */
export function people(count: number, given: Partial<DirectoryUser> = {}): DirectoryUser[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `id-${at}`,
    name: `Name ${at}`,
    userName: `user${at}@contoso.com`,
    usageLocation: 'SE',
    lastSignIn: 'unknown',
    assignments: [{ skuId: sku.e3, disabledPlans: [] }],
    ...given,
  }));
}

export class MoveDesk {
  readonly licences: MemoryLicences;
  readonly moves: MoveRepository;
  readonly moveParts: MovePartRepository;
  now = firstInstant;
  /** The upgrade that is waited for. */
  order: Order | undefined;
  woken = 0;
  mover: Mover;
  readonly moving: Moving;

  constructor(
    licences: MemoryLicences,
    storage: { moves: MoveRepository; moveParts: MovePartRepository },
  ) {
    this.licences = licences;
    this.moves = storage.moves;
    this.moveParts = storage.moveParts;
    this.mover = new Mover(this.parts);
    this.moving = new Moving({ ...this.parts, wake: () => this.#wake() });
  }

  #wake(): void {
    this.woken += 1;
  }

  get parts(): MoverParts {
    const { licences, moves } = this;
    return {
      licences,
      moves,
      parts: this.moveParts,
      orders: { get: async () => this.order && { value: this.order, version: 1 } },
      clock: { now: async () => this.now },
      now: () => this.now,
    };
  }

  pass(duration: Temporal.DurationLike): void {
    this.now = this.now.add(duration);
  }

  /** Another process over the same documents. */
  restart(): void {
    this.mover = new Mover(this.parts);
  }

  wish(users: WishedUsers = { kind: 'all' }): MoveWish {
    return { sourceSkuId: sku.e3, targetSkuId: sku.e5, users };
  }

  /** Their licences of the source are to come free. */
  wishToFree(users: WishedUsers = { kind: 'all' }): MoveWish {
    return { sourceSkuId: sku.e3, subscriptionId: 'sub-1', users };
  }

  /** Planned, and begun. */
  begun(users?: WishedUsers): Promise<Move> {
    return this.begunWith(this.wish(users));
  }

  async begunWith(wish: MoveWish): Promise<Move> {
    const planned = await this.moving.plan(person, wish);
    const started = await this.moving.start(person, planned.id);
    if (started.outcome !== 'started') throw new RangeError(JSON.stringify(started));
    return started.move;
  }

  /** Looks whenever it is due, until nothing more is. @returns the move then */
  async run(id: string): Promise<Move> {
    for (;;) {
      const move = await this.move(id);
      if (!isUnderWay(move) || move.nextCheckAt === undefined) return move;
      if (Temporal.Instant.compare(move.nextCheckAt, this.now) > 0) {
        this.now = Temporal.Instant.from(move.nextCheckAt);
      }
      await this.mover.step(id);
    }
  }

  async move(id: string): Promise<Move> {
    return (await this.moves.get(id))!.value;
  }

  async rows(move: Move): Promise<Row[]> {
    const all: Row[] = [];
    for await (const { users } of partsOf(this.moveParts, move)) all.push(...users);
    return all;
  }
}

/** Processes that die at any call of the worker, over directories that throttle and refuse. */
import assert from 'node:assert/strict';
import type { Move } from '../../../../commerce/model/move/move.ts';
import type { Mover as Row } from '../../../../commerce/model/move/movePart.ts';
import { isUnderWay } from '../../../../commerce/move/changeMove.ts';
import { type MoveWish, newMove, type WishedUsers } from '../../../../commerce/move/newMove.ts';
import { tallyOf } from '../../../../commerce/move/tally.ts';
import { Mover } from '../../../../commerce/move/working/mover.ts';
import type { DirectoryUser } from '../../../../commerce/ports/userLicences.ts';
import { Random } from '../../../chaos/random.ts';
import { Death, Died } from '../../../support/process/mortal.ts';
import { runs } from '../../../support/process/runs.ts';
import { MemoryMoveParts, MemoryMoves } from '../../../support/storage/memoryMoves.ts';
import { MemoryLicences } from '../../../support/tenant/memoryLicences.ts';
import {
  MoveDesk,
  people,
  person,
  planIdOf,
  products,
  sku,
} from '../../../support/tenant/moveDesk.ts';

const e3 = (disabledPlans: string[] = []) => ({ skuId: sku.e3, disabledPlans });
const e5 = { skuId: sku.e5, disabledPlans: [] };
const visio = { skuId: sku.visio, disabledPlans: [] };

function randomPeople(random: Random): DirectoryUser[] {
  const names = ['SHAREPOINTENTERPRISE', 'EXCHANGE_S_ENTERPRISE', 'TEAMS1'];
  const off = names.map((name) => planIdOf(sku.e3, name));
  const ways = [
    [e3()],
    [e3()],
    [e3(off)],
    [e3(), visio],
    [visio, e3(off.slice(1))],
    [e3(), e5],
    [{ ...e3(), group: { id: 'g', name: 'Sales' } }],
  ];
  return people(Math.floor(random.between(1, 70))).map((user) => {
    const { usageLocation, ...rest } = user;
    const has = { ...rest, assignments: random.one(ways) };
    return random.next() < 0.95 ? { ...has, usageLocation } : has;
  }) as DirectoryUser[];
}

class Story {
  readonly random: Random;
  readonly before: DirectoryUser[];
  readonly desk: MoveDesk;
  deaths = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.before = randomPeople(this.random);
    const licences = new MemoryLicences(this.before, products, 30);
    this.desk = new MoveDesk(licences, {
      moves: new MemoryMoves(),
      moveParts: new MemoryMoveParts(),
    });
    licences.fault = () => (this.random.next() < 0.1 ? { throttled: 3 } : 'none');
    for (const { id } of this.before) {
      if (this.random.next() < 0.03) licences.refused.set(id, 'DependencyViolation');
    }
  }

  /** Everybody, or some. */
  selection(): WishedUsers {
    if (this.random.next() < 0.5) return { kind: 'all' };
    const some = this.before.filter(() => this.random.next() < 0.6);
    if (this.random.next() < 0.5) return { kind: 'chosen', ids: some.map(({ id }) => id) };
    return { kind: 'listed', userNames: some.map(({ userName }) => userName) };
  }

  /** Gathered by processes that die as well. */
  async planned(wish: MoveWish): Promise<Move> {
    const at = this.desk.now.toString();
    const move = newMove(person, wish, { at, wakeAt: at });
    await this.desk.moves.insert(move);
    return this.live(move.id);
  }

  /** One process after the other, until one lives long enough. */
  async live(id: string): Promise<Move> {
    const { desk, random } = this;
    for (;;) {
      const death = new Death(Math.floor(random.between(0, 25)), random.next() < 0.5);
      const { moves, parts, licences, ...rest } = desk.parts;
      const mover = new Mover({
        ...rest,
        moves: death.mortal(moves),
        parts: death.mortal(parts),
        licences: death.mortal(licences),
      });
      const move = await this.#until(death, mover, id);
      if (move) return move;
      this.deaths += 1;
    }
  }

  async #until(death: Death, mover: Mover, id: string): Promise<Move | undefined> {
    for (;;) {
      const move = await this.desk.move(id);
      if (!isUnderWay(move)) return move;
      this.desk.now = latest(this.desk.now, move.nextCheckAt!);
      try {
        await mover.step(id);
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
      if (death.isDead) return undefined;
    }
  }
}

function latest(now: Temporal.Instant, at: string): Temporal.Instant {
  const other = Temporal.Instant.from(at);
  return Temporal.Instant.compare(now, other) >= 0 ? now : other;
}

const others = (user: DirectoryUser) =>
  user.assignments.filter(({ skuId }) => skuId !== sku.e3 && skuId !== sku.e5);

function check(story: Story, move: Move, rows: Row[]): void {
  const { licences } = story.desk;
  assert.deepEqual(move.tally, tallyOf(rows));
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  for (const user of story.before) {
    const row = rows.find(({ id }) => id === user.id);
    const after = licences.people.get(user.id)!;
    if (!row) {
      assert.deepEqual(after, user);
      continue;
    }
    assert.deepEqual(others(after), others(user));
    const isMoved = row.state === 'confirmed';
    assert.equal(licences.has(user.id, sku.e3), !isMoved);
    if (isMoved) assert.ok(licences.has(user.id, sku.e5));
    else assert.deepEqual(after, user);
    if (!isMoved) continue;
    const source = user.assignments.find(({ skuId }) => skuId === sku.e3)!;
    assert.deepEqual(row.before?.disabledPlans, [...source.disabledPlans]);
    const given = after.assignments.find(({ skuId }) => skuId === sku.e5)!;
    if (!row.before?.hadTarget) {
      assert.deepEqual(given.disabledPlans.toSorted(), source.disabledPlans.toSorted());
    }
  }
}

/** Of whom nobody but a group gives the licence, and who is not refused, it is taken, and nothing else. */
function checkFreed(story: Story, move: Move, rows: Row[]): void {
  const { licences } = story.desk;
  assert.deepEqual(move.tally, tallyOf(rows));
  for (const user of story.before) {
    const row = rows.find(({ id }) => id === user.id);
    const isFreed = row?.state === 'confirmed';
    const kept = user.assignments.filter(({ skuId }) => !isFreed || skuId !== sku.e3);
    assert.deepEqual(licences.people.get(user.id)!.assignments, kept);
    const ofGroup = user.assignments.some(({ group }) => group !== undefined);
    if (ofGroup) assert.deepEqual([row?.state ?? 'refused', row?.group ?? 'Sales'], ofSales);
    if (isFreed) {
      const source = user.assignments.find(({ skuId }) => skuId === sku.e3)!;
      assert.deepEqual(row.before, { disabledPlans: [...source.disabledPlans] });
    }
  }
}
const ofSales = ['refused', 'Sales'];

const stories: readonly {
  title: string;
  wish(story: Story): MoveWish;
  check: typeof check;
}[] = [
  {
    title: 'ends with each user in exactly one of both, and with a record that adds up',
    wish: (story) => story.desk.wish(story.selection()),
    check,
  },
  {
    title: 'ends with the licence taken from those it may be taken from, and nothing else',
    wish: (story) => story.desk.wishToFree(story.selection()),
    check: checkFreed,
  },
];

describe('A move whose processes die at any moment', () => {
  for (const { title, wish, check: checked } of stories) {
    it(title, async () => {
      let deaths = 0;
      const first = Number(process.env.SEED ?? 1);
      const last = process.env.SEED ? first : first + runs;
      for (let seed = first; seed <= last; seed += 1) {
        const story = new Story(seed);
        const { desk } = story;
        try {
          const planned = await story.planned(wish(story));
          await desk.moving.start(person, planned.id);
          const move = await story.live(planned.id);
          checked(story, move, await desk.rows(move));
          const back = await desk.moving.undo(person, move.id);
          await desk.moving.start(person, back.id);
          const undone = await story.live(back.id);
          const rows = await desk.rows(undone);
          assert.deepEqual(undone.tally, tallyOf(rows));
          for (const user of story.before) {
            // Nothing can be given back to them.
            if (desk.licences.refused.has(user.id) || !user.usageLocation) continue;
            assert.deepEqual(sorted(desk.licences.people.get(user.id)!), sorted(user));
          }
        } catch (error) {
          throw new Error(`SEED=${seed}`, { cause: error });
        }
        deaths += story.deaths;
      }
      assert.ok(process.env.SEED || deaths > runs);
    });
  }
});

function sorted(user: DirectoryUser): DirectoryUser {
  const assignments = user.assignments.toSorted((a, b) => a.skuId.localeCompare(b.skuId));
  return { ...user, assignments };
}

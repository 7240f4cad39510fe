/** Changes of a tenant: begun, looked at, ticked off and handed on by its people. */
import { rightsOf } from '../access/rights.ts';
import { changeStored } from '../base/changeStored.ts';
import { UpgraderaError } from '../base/errors.ts';
import { subscriptionsOf } from '../licences/subscriptionsOf.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Seller } from '../ports/seller.ts';
import { backupItems } from './backupItems.ts';
import {
  type Beginner,
  type ChangeWish,
  changeReference,
  mergeOf,
  newChange,
} from './beginChange.ts';
import {
  backUp,
  catchUp,
  lookFor,
  type Moment,
  noteMove,
  settle,
  setUsers,
  stopChange,
  tick,
} from './changes.ts';
import { look, type Seen } from './look.ts';
import type {
  BackupItem,
  ChangeStep,
  ManualChange,
  ManualChangeRepository,
} from './manualChange.ts';
import { currentStep, isMerge } from './steps.ts';

export interface ManualChangesNeeds {
  manualChanges: ManualChangeRepository;
  seller: Pick<Seller, 'subscriptions' | 'billingAccount'>;
  directory: Pick<Directory, 'assignedLicences' | 'roles'>;
  catalog: Pick<Catalog, 'find'>;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is something to be looked at. */
  wake(): void;
}

/** A change, and what was read of it. */
export interface LookedAt {
  change: ManualChange;
  seen: Seen;
  /** Of the tenant. */
  now: string;
}

type Change = (change: ManualChange, moment: Required<Moment>, seen: Seen) => ManualChange;

export class ManualChanges {
  readonly #needs: ManualChangesNeeds;

  constructor(needs: ManualChangesNeeds) {
    this.#needs = needs;
  }

  /**
   * Open ones, newest first: one's own, and those of others for who may see users (R9).
   * @param person of the tenant
   */
  async openFor(person: Pick<Beginner, 'tenantId' | 'userId'>): Promise<ManualChange[]> {
    const all = await this.#needs.manualChanges.listByTenant(person.tenantId);
    const open = all.filter(({ state }) => state === 'open');
    if (open.every((change) => isOwn(change, person))) return open;
    return (await this.#seesAll(person)) ? open : open.filter((change) => isOwn(change, person));
  }

  /** @returns the one that is open already, where there is one, and whether it is new */
  async begin(
    beginner: Beginner,
    wish: ChangeWish,
  ): Promise<{ change: ManualChange; isNew: boolean }> {
    const { manualChanges, catalog, clock } = this.#needs;
    const { tenantId } = beginner;
    const [owned, now, all] = await Promise.all([
      subscriptionsOf(this.#needs, tenantId),
      clock.now(tenantId),
      manualChanges.listByTenant(tenantId),
    ]);
    const source = owned.find(({ id }) => id === wish.subscriptionId);
    if (!source) throw new UpgraderaError('subscription.unknown', wish.subscriptionId);
    if (isMerge({ sourceSkuId: source.skuId, ...wish }) && !mergeOf(source, owned)[1]) {
      throw new UpgraderaError('subscription.unknown', 'nothing to bring together');
    }
    const toBackUp = backupItems(catalog.find(source.skuId), catalog.find(wish.targetSkuId));
    const at = now.toString();
    const fresh = newChange('', beginner, { wish, source, owned, toBackUp, now: at });
    const same = all.filter(({ subscriptionId }) => subscriptionId === fresh.subscriptionId);
    const open = same.find(({ state }) => state === 'open');
    if (open) return { change: open, isNew: false };
    const id = changeReference(tenantId, fresh.subscriptionId, same.length);
    const moment = { by: fresh.begunBy, now: at };
    const change = catchUp({ ...fresh, id }, look(fresh, owned), moment);
    if (await manualChanges.insert(change)) return { change, isNew: true };
    const stored = await manualChanges.get(id);
    return { change: stored?.value ?? change, isNew: false };
  }

  /** As it is now; what can be seen to be done is ticked off. @throws change.unknown */
  see(person: Beginner, id: string | undefined): Promise<LookedAt> {
    return this.#change(person, id, (change) => change);
  }

  /**
   * That step is done, as somebody says; nothing happens where it is not the next one. What is waited for
   * has come when it is seen, who has moved is counted, and the old plan is looked at.
   * @throws change.unknown
   */
  async tick(person: Beginner, id: string | undefined, step: ChangeStep): Promise<LookedAt> {
    const { userId, conversation } = person;
    const wakeAt = this.#needs.now().toString();
    const looked = await this.#change(person, id, (change, moment, seen) => {
      if (currentStep(catchUp(change, seen, moment)) !== step) return change;
      const told = step === 'buy' || step === 'move' ? tick(change, step, 'told', moment) : change;
      return lookFor(told, { userId, conversation, now: moment.now, wakeAt });
    });
    if (looked.change.nextCheckAt !== undefined) this.#needs.wake();
    return looked;
  }

  /** The old plan stays as it is, or nobody can see what became of it. @throws change.unknown */
  leaveOld(person: Beginner, id: string | undefined): Promise<LookedAt> {
    return this.#change(person, id, (change, moment) => tick(change, 'end', 'told', moment));
  }

  /** @throws change.unknown */
  backUp(
    person: Beginner,
    id: string | undefined,
    items: readonly BackupItem[],
  ): Promise<LookedAt> {
    return this.#change(person, id, (change, moment) => backUp(change, items, moment));
  }

  /** @throws change.unknown */
  setUsers(
    person: Beginner,
    id: string | undefined,
    users: ManualChange['users'],
  ): Promise<LookedAt> {
    return this.#change(person, id, (change) => setUsers(change, users));
  }

  /** Goes on with those who have moved; nothing happens where nobody has, or all have. @throws change.unknown */
  settle(person: Beginner, id: string | undefined): Promise<LookedAt> {
    return this.#change(person, id, (change, _moment, seen) => settle(change, seen));
  }

  /** @throws change.unknown */
  noteMove(person: Beginner, id: string | undefined, moveId: string): Promise<LookedAt> {
    return this.#change(person, id, (change) => noteMove(change, moveId));
  }

  /** The change that a move of users belongs to, open or not; undefined where the person may not see it. */
  async ofMove(
    person: Pick<Beginner, 'tenantId' | 'userId'>,
    moveId: string,
  ): Promise<ManualChange | undefined> {
    const all = await this.#needs.manualChanges.listByTenant(person.tenantId);
    const change = all.find(({ moves }) => moves.includes(moveId));
    if (!change || isOwn(change, person) || (await this.#seesAll(person))) return change;
    return undefined;
  }

  /** @throws change.unknown */
  stop(person: Beginner, id: string | undefined): Promise<LookedAt> {
    return this.#change(person, id, stopChange);
  }

  async #change(person: Beginner, id: string | undefined, how: Change): Promise<LookedAt> {
    const { manualChanges, clock } = this.#needs;
    await this.#mustSee(person, id);
    const { tenantId, userId, userName } = person;
    const [owned, instant] = await Promise.all([
      subscriptionsOf(this.#needs, tenantId),
      clock.now(tenantId),
    ]);
    const now = instant.toString();
    const moment = { by: { userId, name: userName }, now };
    const next = (change: ManualChange): ManualChange => {
      const seen = look(change, owned);
      return catchUp(how(change, moment, seen), seen, moment);
    };
    const change = await changeStored(manualChanges, id ?? '', next);
    if (!change) throw new UpgraderaError('change.unknown', id);
    return { change, seen: look(change, owned), now };
  }

  /** @throws change.unknown, also for one of another tenant, or that the person may not see */
  async #mustSee(person: Beginner, id: string | undefined): Promise<void> {
    const change = id && (await this.#needs.manualChanges.get(id))?.value;
    const isSeen =
      change &&
      change.tenantId === person.tenantId &&
      (isOwn(change, person) || (await this.#seesAll(person)));
    if (!isSeen) throw new UpgraderaError('change.unknown', id);
  }

  async #seesAll({ tenantId, userId }: Pick<Beginner, 'tenantId' | 'userId'>): Promise<boolean> {
    return (await rightsOf(this.#needs, tenantId, userId)).seeUsers === true;
  }
}

function isOwn({ begunBy }: ManualChange, { userId }: Pick<Beginner, 'userId'>): boolean {
  return begunBy.userId === userId;
}

/** The documents in which those users of a tenant stand who were changed. */
import { isConflict, UpgraderaError } from '../../commerce/base/errors.ts';
import type { TenantStateRepository } from '../../commerce/ports/repositories.ts';
import {
  hasChanges,
  type UserChanges,
  type UserRecord,
  type UserShard,
  userShardSchema,
} from '../tenant/userChanges.ts';

/** Users in a document. */
export const shardSize = 100;

const shardOf = (number: number): number => Math.floor(number / shardSize);
const keyOf = (tenantId: string, shard: number): string => `${tenantId} users ${shard}`;

export type Records = ReadonlyMap<number, UserRecord>;

export class UserShards {
  readonly #documents: TenantStateRepository;

  constructor(documents: TenantStateRepository) {
    this.#documents = documents;
  }

  /** What is stored of some users by their numbers, as of the last change or later. @throws storage.damaged */
  async records(
    tenantId: string,
    changes: UserChanges | undefined,
    numbers: readonly number[],
  ): Promise<Records> {
    const records = new Map<number, UserRecord>();
    if (!hasChanges(changes)) return records;
    const wanted = Map.groupBy(numbers, shardOf);
    await Promise.all(
      [...wanted].map(async ([shard, some]) => {
        const { value } = await this.#load(tenantId, shard);
        for (const number of some) {
          const record = recordIn(value, changes, number);
          if (record) records.set(number, record);
        }
      }),
    );
    return records;
  }

  /** Brings the shards up to the last change; again and by several at once, as often as anybody likes. */
  async settle(tenantId: string, changes: UserChanges | undefined): Promise<void> {
    if (!hasChanges(changes)) return;
    const shards = Map.groupBy(changes.users, ({ number }) => shardOf(number));
    for (const [shard, users] of shards) await this.#bring(tenantId, changes, shard, users);
  }

  async #bring(tenantId: string, changes: UserChanges, shard: number, users: UserChanges['users']) {
    // Ends, since every conflict means that somebody else's change is done.
    for (;;) {
      const { value, version } = await this.#load(tenantId, shard);
      if (value && value.last >= changes.last) return;
      const before = value && value.last > changes.forgotten ? value.users : {};
      const changed = Object.fromEntries(users.map(({ number, record }) => [number, record]));
      const next: UserShard = { v: 1, last: changes.last, users: { ...before, ...changed } };
      try {
        await this.#documents.save(keyOf(tenantId, shard), next, version);
        return;
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
  }

  async #load(tenantId: string, shard: number) {
    const key = keyOf(tenantId, shard);
    const stored = await this.#documents.load(key);
    if (!stored) return { value: undefined, version: 0 };
    const parsed = userShardSchema.safeParse(stored.value);
    if (!parsed.success) throw new UpgraderaError('storage.damaged', key, parsed.error);
    return { value: parsed.data, version: stored.version };
  }
}

function recordIn(shard: UserShard | undefined, changes: UserChanges, number: number) {
  if (!shard || shard.last < changes.last) {
    const latest = changes.users.find((one) => one.number === number);
    if (latest) return latest.record;
  }
  return shard && shard.last > changes.forgotten ? shard.users[number] : undefined;
}

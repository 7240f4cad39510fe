/** Watches of a conversation: begun, listed and stopped by its people. */
import type { Facts } from '../diagnosis/facts.ts';
import type { Reason } from '../diagnosis/reason.ts';
import type { Quote } from '../model/quote.ts';
import type { Watch } from '../model/watch.ts';
import type { WatchRepository } from '../ports/repositories.ts';
import { changeWatch, endWatch } from './changeWatch.ts';
import { remindOn, watchReasons } from './startWatch.ts';

/** Who is told, and where. */
export interface Asker {
  tenantId: string;
  userId: string;
  conversation: string;
}

export interface WatchingNeeds {
  watches: WatchRepository;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is a watch to be looked at. */
  wake(): void;
}

export class Watching {
  readonly #needs: WatchingNeeds;

  constructor(needs: WatchingNeeds) {
    this.#needs = needs;
  }

  /**
   * Watches until nothing stands in the way, once for each subscription and conversation.
   * @returns false when that is being done already
   */
  async untilClear(asker: Asker, facts: Facts, reasons: readonly Reason[]): Promise<boolean> {
    const { subscription, now } = facts;
    const open = await this.openIn(asker);
    const known = open.some(
      ({ kind, subscriptionId }) => kind === 'reasons' && subscriptionId === subscription.id,
    );
    if (known) return false;
    const { id: subscriptionId, skuId } = subscription;
    const wish = { ...asker, subscriptionId, skuId, now, wakeAt: this.#wakeAt() };
    const codes = reasons.map(({ code }) => code);
    await this.#start(watchReasons(wish, codes));
    return true;
  }

  /** Reminds on a day of the account, in its zone. @param now of the tenant */
  async remind(
    asker: Asker,
    { subscriptionId, sourceSkuId, targetSkuId }: Quote,
    day: string,
    { now, timeZone }: { now: string; timeZone: string },
  ): Promise<void> {
    const wakeAt = this.#wakeAt();
    const wish = { ...asker, subscriptionId, skuId: sourceSkuId, targetSkuId, now, wakeAt };
    await this.#start(remindOn(day, timeZone, wish));
  }

  /** What is waited for in a conversation, newest first. */
  async openIn({ tenantId, conversation }: Omit<Asker, 'userId'>): Promise<Watch[]> {
    const all = await this.#needs.watches.listByTenant(tenantId);
    return all.filter((watch) => watch.state === 'open' && watch.conversation === conversation);
  }

  /** Nothing happens to one that is over, or that is not the tenant's. @throws storage.conflict */
  stop(tenantId: string, id: string): Promise<void> {
    return changeWatch(this.#needs.watches, id, (watch) =>
      watch.tenantId === tenantId ? endWatch(watch, 'stopped') : watch,
    );
  }

  /** What the whole tenant waits for. @throws storage.conflict */
  async stopAll(tenantId: string): Promise<void> {
    const all = await this.#needs.watches.listByTenant(tenantId);
    for (const { id, state } of all) if (state === 'open') await this.stop(tenantId, id);
  }

  #wakeAt(): string {
    return this.#needs.now().toString();
  }

  async #start(watch: Watch): Promise<void> {
    await this.#needs.watches.insert(watch);
    this.#needs.wake();
  }
}

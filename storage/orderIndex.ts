/** What can be asked about orders without reading them; rebuilt from the orders at start. */
import type { Order } from '../commerce/upgrade/order.ts';

interface Entry {
  quoteId: string;
  tenantId: string;
  /** Milliseconds since 1970, tenant's time. */
  placedAt: number;
}

interface Wait {
  /** ISO instant, and the same in milliseconds since 1970, since instants don't sort as text. */
  nextCheckAt: string;
  at: number;
}

export class OrderIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #ofTenant = new Map<string, Set<string>>();
  readonly #waits = new Map<string, Wait>();
  readonly #undelivered = new Set<string>();

  /** Takes note of an order as it is stored now, new or changed. */
  note(order: Order): void {
    const { id, quoteId, tenantId, nextCheckAt } = order;
    this.#entries.set(id, { quoteId, tenantId, placedAt: Date.parse(order.placedAt) });
    const siblings = this.#ofTenant.get(tenantId);
    if (siblings) siblings.add(id);
    else this.#ofTenant.set(tenantId, new Set([id]));
    if (nextCheckAt === undefined) this.#waits.delete(id);
    else this.#waits.set(id, { nextCheckAt, at: Date.parse(nextCheckAt) });
    // To the back of the line: what can't be delivered must not stand before what can.
    this.#undelivered.delete(id);
    if (owesSomething(order)) this.#undelivered.add(id);
  }

  /** For an order that can't be read any more: nobody is to wait for it. */
  forget(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    this.#waits.delete(id);
    this.#undelivered.delete(id);
    if (entry) this.#ofTenant.get(entry.tenantId)?.delete(id);
  }

  quoteOf(id: string): string | undefined {
    return this.#entries.get(id)?.quoteId;
  }

  /** Newest first. */
  ofTenant(tenantId: string): string[] {
    return [...(this.#ofTenant.get(tenantId) ?? [])]
      .toReversed()
      .sort((a, b) => this.#placedAt(b) - this.#placedAt(a));
  }

  /** Earliest first. @param at ISO instant, included */
  due(at: string, limit: number): string[] {
    const until = Date.parse(at);
    return [...this.#waits]
      .filter(([, wait]) => wait.at <= until)
      .sort(([, a], [, b]) => a.at - b.at)
      .slice(0, limit)
      .map(([id]) => id);
  }

  nextDue(): string | undefined {
    let earliest: Wait | undefined;
    for (const wait of this.#waits.values()) {
      if (!earliest || wait.at < earliest.at) earliest = wait;
    }
    return earliest?.nextCheckAt;
  }

  /** Longest untouched first. */
  undelivered(limit: number): string[] {
    return [...this.#undelivered].slice(0, limit);
  }

  #placedAt(id: string): number {
    return this.#entries.get(id)?.placedAt ?? 0;
  }
}

function owesSomething(order: Order): boolean {
  return (
    order.notices.some(({ status }) => status === 'pending' || status === 'sending') ||
    order.cards.some(({ revision }) => revision < order.revision)
  );
}

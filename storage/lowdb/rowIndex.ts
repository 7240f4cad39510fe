/** What can be asked about rows without reading them; rebuilt from the documents at start. */

/** What is noted of a row. */
export interface Row {
  id: string;
  /** Id of its document. */
  documentId: string;
  tenantId: string;
  /** ISO instant by which the newest is told. */
  since: string;
  /** ISO instant of the next look, where there is one. */
  nextCheckAt: string | undefined;
  /** Whether somebody is still to be told something. */
  owes: boolean;
}

interface Entry {
  documentId: string;
  tenantId: string;
  /** Milliseconds since 1970. */
  since: number;
}

interface Wait {
  /** ISO instant, and the same in milliseconds since 1970, since instants don't sort as text. */
  nextCheckAt: string;
  at: number;
}

export class RowIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #ofTenant = new Map<string, Set<string>>();
  readonly #waits = new Map<string, Wait>();
  readonly #undelivered = new Set<string>();

  /** Takes note of a row as it is stored now, new or changed. */
  note(row: Row): void {
    const { id, documentId, tenantId, nextCheckAt } = row;
    this.#entries.set(id, { documentId, tenantId, since: Date.parse(row.since) });
    const siblings = this.#ofTenant.get(tenantId);
    if (siblings) siblings.add(id);
    else this.#ofTenant.set(tenantId, new Set([id]));
    if (nextCheckAt === undefined) this.#waits.delete(id);
    else this.#waits.set(id, { nextCheckAt, at: Date.parse(nextCheckAt) });
    // To the back of the line: what can't be delivered must not stand before what can.
    this.#undelivered.delete(id);
    if (row.owes) this.#undelivered.add(id);
  }

  /** For a row that can't be read any more: nobody is to wait for it. */
  forget(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    this.#waits.delete(id);
    this.#undelivered.delete(id);
    if (entry) this.#ofTenant.get(entry.tenantId)?.delete(id);
  }

  documentOf(id: string): string | undefined {
    return this.#entries.get(id)?.documentId;
  }

  /** Newest first. */
  ofTenant(tenantId: string): string[] {
    return [...(this.#ofTenant.get(tenantId) ?? [])]
      .toReversed()
      .sort((a, b) => this.#since(b) - this.#since(a));
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

  #since(id: string): number {
    return this.#entries.get(id)?.since ?? 0;
  }
}

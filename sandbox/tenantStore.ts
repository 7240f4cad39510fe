/** Reads and changes the documents of simulated tenants; a tenant that is new begins on its first day. */

import { deepFreeze } from '../commerce/base/deepFreeze.ts';
import { isConflict } from '../commerce/base/errors.ts';
import type { Stored, TenantStateRepository } from '../commerce/ports/repositories.ts';
import { firstDay } from './scenarios/firstDay.ts';
import { scenarios } from './scenarios/scenarioList.ts';
import type { TenantDocuments } from './tenant/tenantDocuments.ts';
import { parseTenantState, type TenantState } from './tenant/tenantState.ts';

export class TenantStore implements TenantDocuments {
  readonly #repository: TenantStateRepository;
  readonly #realNow: () => Temporal.Instant;
  /** Looks under way: one turn asks many things of a tenant at once. */
  readonly #reading = new Map<string, Promise<TenantState>>();
  /** What was made of documents, as long as the repository gives back the very same ones. */
  readonly #parsed = new WeakMap<object, TenantState>();

  constructor(repository: TenantStateRepository, realNow: () => Temporal.Instant) {
    this.#repository = repository;
    this.#realNow = realNow;
  }

  /** The tenant's document. The first look at an unknown tenant writes it down. */
  read(tenantId: string): Promise<TenantState> {
    const underWay = this.#reading.get(tenantId);
    if (underWay) return underWay;
    const reading = this.#read(tenantId).finally(() => this.#reading.delete(tenantId));
    this.#reading.set(tenantId, reading);
    return reading;
  }

  async #read(tenantId: string): Promise<TenantState> {
    const stored = await this.#load(tenantId);
    if (stored) return stored.value;
    return this.change(tenantId, (state) => ({ state, result: state }));
  }

  async change<Result>(
    tenantId: string,
    decide: (state: TenantState) => { state: TenantState; result: Result },
  ): Promise<Result> {
    // Ends, since every conflict means that somebody else's change is done.
    for (;;) {
      const stored = await this.#load(tenantId);
      const before = stored?.value ?? firstDay(scenarios[0], tenantId, this.#realNow(), []);
      const { state, result } = decide(before);
      if (stored && state === before) return result;
      try {
        await this.#repository.save(tenantId, state, stored?.version ?? 0);
        // A repository may give the very object back that was written.
        this.#parsed.set(state, state);
        return result;
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
  }

  async #load(tenantId: string): Promise<Stored<TenantState> | undefined> {
    const stored = await this.#repository.load(tenantId);
    if (!stored) return undefined;
    return { value: this.#parse(stored.value, tenantId), version: stored.version };
  }

  #parse(document: unknown, tenantId: string): TenantState {
    const isFrozen = typeof document === 'object' && document !== null && Object.isFrozen(document);
    const known = isFrozen ? this.#parsed.get(document) : undefined;
    if (known) return known;
    const state = deepFreeze(parseTenantState(document, tenantId));
    if (isFrozen) this.#parsed.set(document, state);
    return state;
  }
}

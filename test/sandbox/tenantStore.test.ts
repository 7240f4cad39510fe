import assert from 'node:assert/strict';
import { deepFreeze } from '../../commerce/base/deepFreeze.ts';
import type { Stored } from '../../commerce/ports/repositories.ts';
import { TenantStore } from '../../sandbox/tenantStore.ts';
import { MemoryTenantState } from '../support/tenant/memoryTenantState.ts';

const now = () => Temporal.Instant.from('2026-03-02T09:00:00Z');

/** Gives back the very same document until it is written again, as a store that caches does. */
class CachingTenantState extends MemoryTenantState {
  readonly #recent = new Map<string, Stored<unknown>>();

  override async load(tenantId: string): Promise<{ value: unknown; version: number } | undefined> {
    const found = await super.load(tenantId);
    const known = this.#recent.get(tenantId);
    if (!found || known?.version === found.version) return known;
    this.#recent.set(tenantId, deepFreeze(found));
    return found;
  }
}

describe('the documents of simulated tenants', () => {
  it('are understood once a version, and never from an old one', async () => {
    const store = new TenantStore(new CachingTenantState(), now);
    await store.read('t');
    const first = await store.read('t');
    assert.equal(await store.read('t'), first);
    await store.change('t', (state) => ({ state: { ...state, aheadMs: 5 }, result: undefined }));
    assert.equal((await store.read('t')).aheadMs, 5);
    assert.equal(first.aheadMs, 0);
  });

  it('are read anew where the store gives out copies', async () => {
    const repository = new MemoryTenantState();
    const store = new TenantStore(repository, now);
    await store.read('t');
    const [document] = [...repository.documents.values()];
    assert.ok(document);
    document.text = document.text.replace('"aheadMs":0', '"aheadMs":7');
    assert.equal((await store.read('t')).aheadMs, 7);
  });

  it('cannot be changed by those who look at them', async () => {
    const store = new TenantStore(new CachingTenantState(), now);
    await store.read('t');
    const state = await store.read('t');
    assert.throws(() => state.owned.pop(), TypeError);
  });
});

import assert from 'node:assert/strict';
import { orderPages } from '../../../bot/compose/orderPages.ts';
import type { LiveSettings } from '../../../bot/microsoftSettings.ts';
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { orderIn, quote } from '../../support/cards/sampleData.ts';

const now = () => Temporal.Instant.from('2026-11-23T11:14:00Z');
const asked = {
  orderId: 'UPG-0A1B2C3D',
  tenantId: 'tenant-1',
  userId: 'user-1',
  locale: 'en-US',
} as const;
const live = {
  publicUrl: 'https://bot.example',
  secret: { kind: 'text', text: 's'.repeat(32) },
} as LiveSettings;

const pages = (given: Partial<Parameters<typeof orderPages>[0]> = {}) =>
  orderPages({
    live: undefined,
    localUrl: undefined,
    catalog: loadCatalog(),
    quotes: { get: async () => ({ ...quote, addOns: [] }) },
    natureOf: () => ({ simulated: true }),
    now,
    clock: { now: async () => now() },
    seller: { billingAccount: async () => ({ timeZone: 'Europe/Stockholm' }) } as never,
    ...given,
  });
const keyOf = (url = ''): string => new URL(url).searchParams.get('key') ?? '';

describe('the pages of orders', () => {
  it('are where browsers reach the bot, and nowhere where they do not', async () => {
    assert.match(
      (await pages({ live })).orderPageOf(asked) ?? '',
      /^https:\/\/bot\.example\/order\?key=/,
    );
    const local = await pages({ localUrl: () => 'http://127.0.0.1:3978' });
    assert.match(local.orderPageOf(asked) ?? '', /^http:\/\/127\.0\.0\.1:3978\/order\?key=/);
    assert.equal((await pages()).orderPageOf(asked), undefined);
  });

  it('are found by any process that serves the same tenants, and by no other', async () => {
    const [one, other] = [await pages({ live }), await pages({ live })];
    assert.deepEqual(other.links.read(keyOf(one.orderPageOf(asked)), now()), asked);
    const local = { localUrl: () => 'http://127.0.0.1:3978' };
    const [mine, theirs] = [await pages(local), await pages(local)];
    assert.equal(theirs.links.read(keyOf(mine.orderPageOf(asked)), now()), undefined);
  });

  it('name plans that the catalogue does not know, and are drawn with a quote and without', async () => {
    const { draw } = await pages({ live });
    const order = orderIn('completed');
    assert.match(await draw(order, 'en-US'), /Amounts/);
    const { quoteId: _, ...unquoted } = order;
    assert.doesNotMatch(await draw(unquoted, 'sv-SE'), /Belopp/);
  });
});

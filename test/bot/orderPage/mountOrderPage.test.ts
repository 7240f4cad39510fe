import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { mountOrderPage, type OrderPageParts } from '../../../bot/orderPage/mountOrderPage.ts';
import { OrderLinks, type PageAsked } from '../../../bot/orderPage/orderLinks.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { RolesOfPerson } from '../../../commerce/model/role.ts';
import { orderIn } from '../../support/cards/sampleData.ts';
import { keptLog } from '../../support/process/logLines.ts';

const order = orderIn('completed');
const asked: PageAsked = {
  orderId: order.id,
  tenantId: order.tenantId,
  userId: order.placedBy.userId,
  locale: 'sv-SE',
};

describe('the address of the page of an order', () => {
  let now: Temporal.Instant;
  let links: OrderLinks;
  let roles: RolesOfPerson;
  let parts: OrderPageParts;
  let lines: string[];
  let server: restify.Server;
  let url: string;
  const start = async (given: Partial<OrderPageParts> = {}): Promise<void> => {
    server = restify.createServer();
    mountOrderPage(server, { ...parts, ...given });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/order`;
  };
  const visit = async (key: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}?key=${key}`, { headers });
    return { response, page: await response.text() };
  };
  const status = async (key: string): Promise<number> => (await visit(key)).response.status;

  beforeEach(() => {
    now = Temporal.Instant.from('2026-11-23T11:14:00Z');
    links = new OrderLinks('s'.repeat(32));
    roles = { entra: [], billing: [] };
    const kept = keptLog();
    lines = kept.lines;
    parts = {
      authenticates: true,
      links,
      draw: async ({ id }, locale) => `<h1>${id} ${locale}</h1>`,
      orders: {
        get: async (id) => (id === order.id ? { value: order, version: '1' } : undefined),
        listByTenant: async () => [order],
      } as OrderPageParts['orders'],
      seller: { billingAccount: async () => ({ agreement: 'MCA' }) } as never,
      directory: { roles: async () => roles },
      now: () => now,
      log: kept.log,
    };
  });
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('shows it to who ordered it, in the language of the chat, and keeps it nowhere', async () => {
    await start();
    const { response, page } = await visit(links.issue(asked, now));
    assert.equal(response.status, 200);
    assert.equal(page, `<h1>${order.id} sv-SE</h1>`);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });

  it('shows it for half an hour', async () => {
    await start();
    const key = links.issue(asked, now);
    now = now.add({ minutes: 30 });
    assert.equal(await status(key), 200);
    now = now.add({ seconds: 1 });
    assert.equal(await status(key), 404);
  });

  it('shows nothing for a link of another tenant, of another order, or that is not ours', async () => {
    await start();
    const [body, signature] = links.issue(asked, now).split('.');
    const other = links.issue({ ...asked, orderId: 'UPG-00000000' }, now).split('.')[0];
    const keys = [
      '',
      'x',
      `${body}`,
      `${other}.${signature}`,
      `${body}.${signature}.x`,
      links.issue({ ...asked, tenantId: 'tenant-2' }, now),
      links.issue({ ...asked, orderId: 'UPG-00000000' }, now),
      new OrderLinks('another secret of 32 characters!').issue(asked, now),
    ];
    for (const key of keys) assert.equal(await status(key), 404, key);
  });

  it("looks at the person's rights of now", async () => {
    await start();
    const key = links.issue({ ...asked, userId: 'user-2' }, now);
    assert.equal(await status(key), 404);
    roles = { entra: ['billing-admin'], billing: [] };
    assert.equal(await status(key), 200);
    roles = { entra: ['license-admin'], billing: [] };
    assert.equal(await status(key), 404);
  });

  it('says so when the order can not be read, and writes down no key', async () => {
    await start({ draw: () => Promise.reject(new UpgraderaError('turn.failed', 'x')) });
    const key = links.issue(asked, now);
    const { response, page } = await visit(key);
    assert.equal(response.status, 503);
    assert.match(page, /Försök igen om några minuter/);
    assert.ok(lines.length > 0 && !lines.join('').includes(key));
  });

  it('is shown to this machine alone where nobody proves who they are', async () => {
    await start({ authenticates: false });
    const key = links.issue(asked, now);
    assert.equal(await status(key), 200);
    assert.equal((await visit(key, { origin: 'https://evil.example' })).response.status, 403);
  });
});

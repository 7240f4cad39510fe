/** What must be true of the storage, and of what people saw, however often the bot was killed. */
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { isFinal, type Order } from '../../commerce/model/order.ts';
import { transitions } from '../../commerce/order/transitions.ts';
import { parseTenantState } from '../../sandbox/tenant/tenantState.ts';
import type { Storage } from '../../storage/open.ts';
import { askedOn } from '../support/teams/cardText.ts';
import type { Admin } from './admin.ts';

/** What became of all messages that orders owed. */
export interface Tally {
  orders: number;
  sent: number;
  ambiguous: number;
}

export async function audit(storage: Storage, admins: readonly Admin[]): Promise<Tally> {
  const tally: Tally = { orders: 0, sent: 0, ambiguous: 0 };
  for (const admin of admins) {
    const tenantId = admin.teams.tenantId ?? '';
    await expectCards(storage, admin);
    const orders = await storage.orders.listByTenant(tenantId);
    const upstream = await operationsOf(storage, tenantId);
    if (!admin.confirmed) {
      assert.deepEqual({ orders, upstream }, { orders: [], upstream: [] }, 'nobody confirmed it');
      continue;
    }
    const [order] = orders;
    assert.ok(order && orders.length === 1, `one confirmation, ${orders.length} orders`);
    assert.deepEqual(admin.references, [order.id], 'the order that was seen is the one there is');
    // While its process was dead, time was skipped until what was confirmed held no more.
    const taken = order.state === 'lapsed' ? [] : [order.clientRequestId];
    assert.deepEqual(upstream, taken, 'one order is one order upstream, and none when it lapsed');
    expectLegalLife(order);
    expectNotices(order, admin.notices);
    tally.orders += 1;
    for (const { status } of order.notices) {
      if (status === 'sent' || status === 'ambiguous') tally[status] += 1;
    }
  }
  return tally;
}

/** Every card in the chat can be pressed, and an activity is answered with the same cards each time. */
async function expectCards(storage: Storage, { teams }: Admin): Promise<void> {
  const key = `${teams.tenantId}/msteams/${teams.conversationId}`;
  const grants = (await storage.conversations.load(key))?.value.grants ?? [];
  const known = new Set(grants.map(({ token }) => token));
  for (const { id, json } of teams.cards) {
    const dead = tokensOf(json).filter((token) => !known.has(token));
    assert.deepEqual(dead, [], `a dead card in the chat: ${id}`);
  }
  const shown = new Map<string, string>();
  for (const { method, path, body } of teams.requests) {
    const [card] = (body as Partial<Activity> | undefined)?.attachments ?? [];
    if (method !== 'POST' || !card || card.name === 'notice') continue;
    const answered = `${path} ${card.name}`;
    const content = askedOn(card.content);
    assert.equal(content, shown.get(answered) ?? content, `a second, different ${card.name} card`);
    shown.set(answered, content);
  }
}

function tokensOf(card: unknown): string[] {
  const found = JSON.stringify(card).matchAll(/"token":"([^"]+)"/g);
  return [...new Set([...found].map(([, token]) => token!))];
}

/** Request ids of the orders that the sales service took. */
async function operationsOf(storage: Storage, tenantId: string): Promise<string[]> {
  const stored = await storage.tenantStates.load(tenantId);
  if (!stored) return [];
  const { operations } = parseTenantState(stored.value, tenantId);
  return operations.map(({ clientRequestId }) => clientRequestId);
}

function expectLegalLife(order: Order): void {
  const steps = order.audit.filter(({ event }) => event !== 'order.placed');
  const states = ['placed' as const, ...steps.map(({ to }) => to)];
  for (const [index, { from, to }] of steps.entries()) {
    assert.equal(from, states[index], `${order.id}: no step is missing`);
    assert.ok(transitions[states[index]!].includes(to), `${order.id}: ${from} → ${to}`);
  }
  assert.equal(order.state, states.at(-1));
  assert.ok(isFinal(order), `${order.id} came to an end: ${order.state}`);
  assert.equal(order.nextCheckAt, undefined, `${order.id} is never looked at again`);
}

/** Each message once, or not at all where it is in doubt. */
function expectNotices({ id, notices: owed }: Order, titles: readonly string[]): void {
  const notices = owed.filter(({ kind }) => kind !== 'card');
  assert.equal(new Set(titles).size, titles.length, `${id}: told twice: ${titles.join(', ')}`);
  const count = (status: string): number =>
    notices.filter((notice) => notice.status === status).length;
  const [sent, doubtful] = [count('sent'), count('ambiguous')];
  assert.equal(sent + doubtful + count('undeliverable'), notices.length, `${id}: all were tried`);
  const possible = titles.length >= sent && titles.length <= sent + doubtful;
  assert.ok(possible, `${id}: ${sent} sent and ${doubtful} in doubt, ${titles.length} seen`);
}

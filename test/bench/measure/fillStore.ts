/** Stores as a bot leaves them that has talked with many people. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { newReference } from '../../../commerce/order/reference.ts';
import { openStorage, type Storage } from '../../../storage/open.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { startChild } from '../child.ts';

/** Arguments of `upgraderaBot.ts`: a data folder, and the address of a database where that is used. */
export type StorePlace = readonly [dataDir: string, databaseUrl?: string];

const log = { warn: () => undefined };
const writesAtOnce = 256;

/** One upgrade that was made: everything of it that is stored, as text, and the ids in it. */
interface Original {
  key: string;
  conversation: string;
  contact: string;
  tenantId: string;
  order: string;
  ids: readonly string[];
  orderId: string;
  /** Finds the ids. */
  pattern: RegExp;
}

/**
 * Plays one upgrade, and writes as many conversations like it through the repositories; every tenth
 * led to an order.
 */
export async function fillStore(place: StorePlace, count: number): Promise<void> {
  const original = await playOne(place);
  const storage = await openStore(place);
  let left = count - 1;
  const writeOn = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await writeCopy(storage, original, left % 10 === 0);
    }
  };
  await Promise.all(Array.from({ length: writesAtOnce }, writeOn));
  await storage.close();
}

async function playOne(place: StorePlace): Promise<Original> {
  const bot = await startChild(
    'upgraderaBot.ts',
    place.filter((part) => part !== undefined),
  );
  const teams = await FakeTeams.start({ botUrl: bot.url });
  for (const text of ['hi', 'upgrade', 'business premium', 'next', 'place order', 'time +1h']) {
    assert.equal((await teams.say(text)).status, 200);
  }
  await teams.waitFor(() => teams.cards.some(({ id }) => id === 'notice'));
  await teams.say('status');
  await teams.stop();
  await bot.stop();

  const storage = await openStore(place);
  const { tenantId = '', conversationId, user } = teams;
  const key = `${tenantId}/msteams/${conversationId}`;
  const conversation = await storage.conversations.load(key);
  const [contact] = await storage.contacts.ofTenant(tenantId);
  const [order] = await storage.orders.listByTenant(tenantId);
  await storage.close();
  assert.ok(conversation && contact && order?.quoteId);
  const tokens = conversation.value.grants.map(({ token }) => token);
  const ids = [tenantId, conversationId, user.id, user.aadObjectId ?? '', order.quoteId, ...tokens];
  return {
    key,
    conversation: JSON.stringify(conversation.value),
    contact: JSON.stringify(contact),
    tenantId,
    order: JSON.stringify(order),
    ids,
    orderId: order.id,
    pattern: new RegExp([...ids, order.id].join('|'), 'g'),
  };
}

async function writeCopy(storage: Storage, original: Original, ordered: boolean): Promise<void> {
  const { key, conversation, contact, tenantId, order, ids, orderId, pattern } = original;
  const names = new Map<string, string>(ids.map((id) => [id, randomUUID()]));
  names.set(orderId, newReference('UPG'));
  const renamed = (text: string): string => text.replace(pattern, (id) => names.get(id) ?? id);
  await storage.conversations.save(renamed(key), JSON.parse(renamed(conversation)), 0);
  await storage.contacts.add(renamed(tenantId), JSON.parse(renamed(contact)));
  if (ordered) await storage.orders.insert(JSON.parse(renamed(order)));
}

function openStore([dataDir, databaseUrl]: StorePlace): Promise<Storage> {
  return openStorage({ dataDir, databaseUrl, log });
}

/** `npm run orders -- COMMAND`: for people who run the service. Speaks English, and JSON to machines. */

import { UpgraderaError } from '../../commerce/base/errors.ts';
import { loadCatalog } from '../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../commerce/catalog/loadPriceBook.ts';
import { isOwed } from '../../commerce/model/notice.ts';
import { isFinal, type Order } from '../../commerce/model/order.ts';
import { serviceAnswerSeconds } from '../../commerce/model/policyValues.ts';
import { tryToChangeOrder } from '../../commerce/order/changeOrder.ts';
import { ended, linked, resent, retried } from '../../commerce/order/operator.ts';
import { findReference } from '../../commerce/order/reference.ts';
import { UpgradeWorker } from '../../commerce/order/service/worker.ts';
import type { OrderRepository, QuoteRepository } from '../../commerce/ports/repositories.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import { localiser } from '../../locales/localiser.ts';
import { openStorage, type Storage } from '../../storage/open.ts';
import { type Backend, createBackend, limitPorts } from '../compose/backend.ts';
import { explain, quit, quitWithoutFolder, readEnvironmentOrQuit } from './startError.ts';

const { t } = localiser('en-US');
const now = (): Temporal.Instant => Temporal.Now.instant();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Desk {
  orders: OrderRepository;
  quotes: QuoteRepository;
  backend: Backend;
}

/** What is said, and whether what was asked for was done. */
interface Outcome {
  said: string;
  done: boolean;
}

const done = (said: string): Outcome => ({ said, done: true });
const refused = (key: string, values: Record<string, string>): Outcome => ({
  said: t(`ordersTool.${key}`, values),
  done: false,
});

/** Over all orders. */
const surveys: Record<string, (desk: Desk) => Promise<void>> = {
  async list({ orders }) {
    say(['order', 'state', 'since', 'next look', 'failed', 'owed', 'tenant'].join('\t'));
    for await (const order of orders.all()) if (isOpen(order)) say(lineOf(order).join('\t'));
  },
  async audit({ orders }) {
    for await (const { id, tenantId, audit } of orders.all()) {
      for (const entry of audit) say(JSON.stringify({ order: id, tenant: tenantId, ...entry }));
    }
  },
};

/** About one order. */
const commands: Record<string, (desk: Desk, order: Order, argument: string) => Promise<Outcome>> = {
  async show(_, order) {
    return done(JSON.stringify(order, undefined, 2));
  },
  async retry({ orders, backend }, { id, state, tenantId }) {
    const at = (await backend.clock.now(tenantId)).toString();
    const wakeAt = now().toString();
    const changed = await tryToChangeOrder(orders, id, (order) => retried(order, at, wakeAt));
    return changed ? done(t('ordersTool.retried', { id })) : refused('notOpen', { id, state });
  },
  async link({ orders, backend }, { id, tenantId }, operationId) {
    if (!operationId) return refused('nothingToLink', { id });
    const at = (await backend.clock.now(tenantId)).toString();
    const wakeAt = now().toString();
    const changed = await tryToChangeOrder(orders, id, (order) =>
      linked(order, operationId, at, wakeAt),
    );
    return changed ? done(t('ordersTool.linked', { id, operationId })) : refused('clear', { id });
  },
  async end({ orders, backend }, { id, tenantId }) {
    const at = (await backend.clock.now(tenantId)).toString();
    const changed = await tryToChangeOrder(orders, id, (order) => ended(order, at));
    return changed ? done(t('ordersTool.ended', { id })) : refused('clear', { id });
  },
  async resend({ orders, backend }, { id, tenantId, notices }) {
    if (notices.slice(-1).some(isOwed)) return refused('onItsWay', { id });
    const at = (await backend.clock.now(tenantId)).toString();
    const changed = await tryToChangeOrder(orders, id, (order) => resent(order, at));
    return changed ? done(t('ordersTool.resent', { id })) : refused('nothingToSend', { id });
  },
  async reconcile({ orders, quotes, backend }, order) {
    const { seller, clock } = limitPorts(backend, serviceAnswerSeconds);
    const error = await new UpgradeWorker({
      seller,
      clock,
      orders,
      quotes,
      now,
      onChange: async () => undefined,
    }).step(order.id);
    if (error) throw error;
    const after = (await orders.get(order.id))?.value ?? order;
    const service = await phaseAt(seller, after);
    const values = { id: order.id, before: order.state, after: after.state, service };
    return done(t('ordersTool.reconciled', values));
  },
};

const owes = ({ notices }: Order): number => notices.filter(isOwed).length;

const isOpen = (order: Order): boolean => !isFinal(order) || owes(order) > 0;

function lineOf(order: Order): (string | number)[] {
  const { id, state, changedAt, nextCheckAt = '-', failedAttempts, tenantId } = order;
  return [id, state, changedAt, nextCheckAt, failedAttempts, owes(order), tenantId];
}

/** Where the sales service says that it stands. */
async function phaseAt(seller: Seller, order: Order): Promise<string> {
  if (order.operationId === undefined) return '-';
  return (await seller.operation(order.tenantId, order.operationId)).phase;
}

async function work(desk: Desk): Promise<Outcome> {
  const survey = named(surveys);
  if (survey) {
    await survey(desk);
    return done('');
  }
  const stored = await desk.orders.get(id ?? '');
  const command = named(commands);
  if (!stored || !command) return refused('unknown', { id: reference });
  return command(desk, stored.value, argument);
}

function named<T>(table: Record<string, T>): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const [name = '', reference = '', argument = ''] = process.argv.slice(2);
const id = findReference(reference);
if (!named(surveys) && !(named(commands) && reference)) quit(t('ordersTool.usage'));
if (!named(surveys) && !id) quit(t('ordersTool.notReference', { reference }));

// `audit | head` has read enough: the storage is closed all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const environment = readEnvironmentOrQuit();
quitWithoutFolder(environment);
let storage: Storage | undefined;
try {
  const warn = (details: Record<string, unknown>, message: string): void =>
    void process.stderr.write(`${message} ${JSON.stringify(details)}\n`);
  storage = await openStorage({ ...environment, log: { warn } });
  const { orders, quotes, tenantStates, connections, priceSheets } = storage;
  const lists = { catalog: loadCatalog(), priceBook: loadPriceBook() };
  const backend = await createBackend({
    tenantStates,
    connections,
    priceSheets,
    ...lists,
    now,
    environment,
  });
  const outcome = await work({ orders, quotes, backend }).finally(() => backend.close());
  if (outcome.said) say(outcome.said);
  if (!outcome.done) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UpgraderaError)) throw error;
  process.stderr.write(`${explain(error, environment)}\n`);
  process.exitCode = 1;
} finally {
  await storage?.close();
}

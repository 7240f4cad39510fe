/** Orders as one person may see them: their own, and those of others for whoever sees billing. */
import { UpgraderaError } from '../base/errors.ts';
import type { Order } from '../model/order.ts';
import type { Directory } from '../ports/directory.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import type { Seller } from '../ports/seller.ts';
import { rightsOf } from './rights.ts';

export interface VisibleOrdersSources {
  orders: Pick<OrderRepository, 'get' | 'listByTenant'>;
  seller: Pick<Seller, 'billingAccount'>;
  directory: Pick<Directory, 'roles'>;
}

interface Person {
  tenantId: string;
  userId: string;
}

/** Of the person's tenant, newest first. */
export async function visibleOrders(
  sources: VisibleOrdersSources,
  person: Person,
): Promise<Order[]> {
  const all = await sources.orders.listByTenant(person.tenantId);
  if (all.every((order) => isOwn(order, person))) return all;
  return (await seesAll(sources, person)) ? all : all.filter((order) => isOwn(order, person));
}

/** @throws order.unknown, also for one that the person may not see, or of another tenant */
export async function visibleOrder(
  sources: VisibleOrdersSources,
  person: Person,
  id: string | undefined,
): Promise<Order> {
  const order = id === undefined ? undefined : (await sources.orders.get(id))?.value;
  const visible =
    order?.tenantId === person.tenantId &&
    (isOwn(order, person) || (await seesAll(sources, person)));
  if (!order || !visible) throw new UpgraderaError('order.unknown', id);
  return order;
}

function isOwn({ placedBy }: Order, { userId }: Person): boolean {
  return placedBy.userId === userId;
}

async function seesAll(
  sources: VisibleOrdersSources,
  { tenantId, userId }: Person,
): Promise<boolean> {
  return (await rightsOf(sources, tenantId, userId)).seeBilling === true;
}

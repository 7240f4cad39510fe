/** What somebody does in a simulated admin center. Each gives back the tenant as it was where it can't be done. */
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { isOver } from '../../commerce/model/subscription.ts';
import { boughtToday, noEdits } from './edits.ts';
import { guidOf } from './guid.ts';
import { tenantNowOf } from './tenantNow.ts';
import type { TenantState } from './tenantState.ts';

export function withPurchase(
  state: TenantState,
  { skuId, quantity }: { skuId: string; quantity: number },
  realNow: Temporal.Instant,
  prices: PriceBook,
): TenantState {
  const { account, today } = tenantNowOf(state, realNow);
  const { currency } = account;
  const product = boughtToday(
    guidOf(account.id, 'bought', count(state)),
    { skuId, quantity },
    today,
  );
  const { term, billing } = product;
  if (!prices.price({ skuId, currency, term, billing, on: today })) return state;
  const edits = state.edits ?? noEdits;
  return { ...state, edits: { ...edits, bought: [...edits.bought, product] } };
}

const count = ({ edits }: TenantState): number => edits?.bought.length ?? 0;

export function withFewer(
  state: TenantState,
  subscriptionId: string,
  quantity: number,
  realNow: Temporal.Instant,
): TenantState {
  const { owned } = tenantNowOf(state, realNow);
  const product = owned.find(({ id }) => id === subscriptionId);
  if (!product || isOver(product) || product.quantity <= quantity) return state;
  const edits = state.edits ?? noEdits;
  return { ...state, edits: { ...edits, left: { ...edits.left, [subscriptionId]: quantity } } };
}

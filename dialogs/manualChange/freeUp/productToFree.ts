/** Of which subscription licences are to come free. */
import { boughtLicences } from '../../../commerce/licences/boughtLicences.ts';
import { subscriptionsOf } from '../../../commerce/licences/subscriptionsOf.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { isOver, type Subscription } from '../../../commerce/model/subscription.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import type { Directory } from '../../../commerce/ports/directory.ts';
import type { Seller } from '../../../commerce/ports/seller.ts';
import { findByName } from '../../../understanding/findByName.ts';
import { match } from '../../../understanding/phrases.ts';
import { planName } from '../../step/planName.ts';
import type { Turn } from '../../step/turn.ts';

export interface ProductToFreeNeeds {
  seller: Pick<Seller, 'subscriptions'>;
  directory: Pick<Directory, 'assignedLicences'>;
  catalog: Pick<Catalog, 'find'>;
}

/**
 * The one that is named, else the one that is talked about, else the first with more users than licences, else the
 * only one. @returns undefined where nobody can tell
 */
export async function productToFree(
  needs: ProductToFreeNeeds,
  turn: Turn,
  { subscriptionId }: Subject,
  said: string,
): Promise<Subscription | undefined> {
  turn.owned ??= subscriptionsOf(needs, turn.tenantId);
  const owned = (await turn.owned).filter((one) => !isOver(one));
  const named = match(said, 'freeUp') ?? '';
  const names = owned.map(({ id, skuId }) => ({
    choice: id,
    name: planName(needs.catalog, skuId, turn.l),
  }));
  const found = named === '' ? { none: true } : findByName(named, names, names);
  const wanted = 'found' in found ? found.found.choice : subscriptionId;
  const known = owned.find(({ id }) => id === wanted);
  if (known) return known;
  const short = owned.find(
    ({ assigned, skuId }) => isKnown(assigned) && assigned > boughtLicences(owned, skuId),
  );
  return short ?? (owned.length === 1 ? owned[0] : undefined);
}

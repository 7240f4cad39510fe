/** What the cards of a change by hand show. */
import type { BackupView } from '../../cards/manualChange/backupCard.ts';
import type { ChecklistView } from '../../cards/manualChange/checklistView.ts';
import { rightsOf } from '../../commerce/access/rights.ts';
import { sizesOf } from '../../commerce/manualChange/backupItems.ts';
import { type Ending, endingOf } from '../../commerce/manualChange/ending.ts';
import type { ChangeStep } from '../../commerce/manualChange/manualChange.ts';
import type { LookedAt } from '../../commerce/manualChange/manualChanges.ts';
import { currentStep } from '../../commerce/manualChange/steps.ts';
import { type BillingAccount, zoneOf } from '../../commerce/model/account.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planNames } from '../step/planName.ts';
import type { Turn } from '../step/turn.ts';

export interface ChangeViewNeeds {
  catalog: Pick<Catalog, 'find'>;
  seller: Pick<Seller, 'billingAccount'>;
  directory: Pick<Directory, 'roles'>;
}

export async function checklistView(
  needs: ChangeViewNeeds,
  { l, tenantId, userId }: Turn,
  { change, seen, now }: LookedAt,
): Promise<ChecklistView> {
  const [account, mayDo] = await Promise.all([
    needs.seller.billingAccount(tenantId, seen.source?.id),
    mayDoStep(needs, { tenantId, userId }, currentStep(change)),
  ]);
  return {
    change,
    ...planNames(needs.catalog, l, change),
    seen,
    ending: endingOfSource(seen.source, account, now),
    mayDo,
    asOf: now,
    timeZone: zoneOf(account),
  };
}

/** Of a subscription that is there no more nothing is to be ended. */
export function endingOfSource(
  source: LookedAt['seen']['source'],
  account: BillingAccount,
  now: string,
): Ending {
  if (source) return endingOf(source, account, now, zoneOf(account));
  return { rule: 'unknown', online: true, prepaid: false, owedToEnd: false };
}

/** Whoever may buy can't move users, and the other way round (R9). */
async function mayDoStep(
  needs: ChangeViewNeeds,
  { tenantId, userId }: Pick<Turn, 'tenantId' | 'userId'>,
  step: ChangeStep | undefined,
): Promise<OrUnknown<boolean>> {
  if (step !== 'buy' && step !== 'end' && step !== 'move') return true;
  const rights = await rightsOf(needs, tenantId, userId);
  return step === 'move' ? rights.assign : rights.buy;
}

export function backupView(
  { catalog }: Pick<ChangeViewNeeds, 'catalog'>,
  l: Localiser,
  { change, seen }: LookedAt,
  timeZone: string,
): BackupView {
  const [source, target] = [catalog.find(change.sourceSkuId), catalog.find(change.targetSkuId)];
  const sizes = change.toBackUp.flatMap((item) => {
    const size = source && target && sizesOf(item, source, target);
    return size ? [[item, size]] : [];
  });
  return {
    change,
    ...planNames(catalog, l, change),
    users: change.users === 'all' ? seen.left : change.users,
    sizes: Object.fromEntries(sizes),
    timeZone,
  };
}

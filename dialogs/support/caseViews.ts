/** Views of a case, for the customer. */
import type { MyCaseView } from '../../cards/support/myCaseCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { isOver, type SupportCase } from '../../commerce/support/case.ts';
import { isPossible, reopenUntil } from '../../commerce/support/changes.ts';
import { deskHours } from '../../commerce/support/supportTime.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName } from '../step/planName.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';

export interface CaseViewNeeds extends TenantTimeNeeds {
  catalog: Pick<Catalog, 'find'>;
}

export async function myCaseView(
  needs: CaseViewNeeds,
  l: Localiser,
  found: SupportCase,
): Promise<MyCaseView> {
  const { now, timeZone } = await tenantTimeOf(needs, found.tenantId, undefined);
  const topic = topicOf(needs.catalog, l, found);
  return {
    found,
    ...(topic ? { topic } : {}),
    hours: deskHours(now),
    ...(isOver(found) && isPossible(found, 'reopen', now)
      ? { reopenUntil: reopenUntil(found) }
      : {}),
    asOf: now,
    timeZone,
  };
}

/** The order, or the plan. */
export function topicOf(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  { about, snapshot }: Pick<SupportCase, 'about' | 'snapshot'>,
): string | undefined {
  const { orderId, changeId, moveId } = about;
  const { subscription } = snapshot;
  const named = orderId ?? changeId ?? moveId;
  return named ?? (subscription && planName(catalog, subscription.skuId, l));
}

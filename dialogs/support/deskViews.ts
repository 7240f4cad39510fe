/** Views of a case, for the desk. */
import type { CaseView } from '../../cards/support/caseCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { supportHours } from '../../commerce/model/policyValues.ts';
import type { SupportCase } from '../../commerce/support/case.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName } from '../step/planName.ts';
import { topicOf } from './caseViews.ts';

/** @param now ISO instant of the tenant's time. @param isWhole with its file, not the outline alone */
export function caseView(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  found: SupportCase,
  now: string,
  isWhole: boolean,
): CaseView {
  const { subscription, quote } = found.snapshot;
  const seen = found.looks.map(({ snapshot }) => snapshot);
  const skuIds = [
    ...[subscription?.skuId, quote?.targetSkuId],
    ...seen.flatMap((one) => [one.subscription?.skuId, ...(one.owned ?? []).map((o) => o.skuId)]),
  ].filter((id) => id !== undefined);
  const topic = topicOf(catalog, l, found);
  const names = skuIds.map((skuId) => [skuId, planName(catalog, skuId, l)]);
  return {
    found,
    ...(topic ? { topic } : {}),
    ...(isWhole ? { planNames: Object.fromEntries(names) } : {}),
    asOf: now,
    timeZone: supportHours.timeZone,
  };
}

/** Views of a case, for the desk. */
import type { CaseView } from '../../cards/support/caseCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { supportHours } from '../../commerce/model/policyValues.ts';
import { isOver, type SupportCase } from '../../commerce/support/case.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName } from '../step/planName.ts';
import { topicOf } from './caseViews.ts';

/** @param now ISO instant of the tenant's time. @param whole with its file, and where the customer is; else the outline alone */
export function caseView(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  found: SupportCase,
  now: string,
  whole?: { step: string | undefined },
): CaseView {
  const { subscription, quote } = found.snapshot;
  const seen = found.looks.map(({ snapshot }) => snapshot);
  const skuIds = [
    ...[subscription?.skuId, quote?.targetSkuId],
    ...seen.flatMap((one) => [one.subscription?.skuId, ...(one.owned ?? []).map((o) => o.skuId)]),
  ].filter((id) => id !== undefined);
  const topic = topicOf(catalog, l, found);
  const names = skuIds.map((skuId) => [skuId, planName(catalog, skuId, l)]);
  const step = isOver(found) ? undefined : whole?.step;
  const isShown = step !== undefined && l.has(`dialogs.closed.${step}`);
  return {
    found,
    ...(topic ? { topic } : {}),
    ...(whole ? { planNames: Object.fromEntries(names) } : {}),
    ...(isShown ? { step } : {}),
    asOf: now,
    timeZone: supportHours.timeZone,
  };
}

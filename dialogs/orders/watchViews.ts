/** Views of a watch: in the notice that it is over, and in the list of the open ones. */
import type { WatchView } from '../../cards/orders/watchNoticeCard.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { planName } from '../step/planName.ts';

export function watchView(catalog: Pick<Catalog, 'find'>, l: Localiser, watch: Watch): WatchView {
  const { targetSkuId } = watch;
  return {
    watch,
    sourceName: planName(catalog, watch.skuId, l),
    ...(targetSkuId ? { targetName: planName(catalog, targetSkuId, l) } : {}),
  };
}

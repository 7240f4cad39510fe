/** Views of a watch: in the notice that it is over, and in the list of the open ones. */
import type { WatchView } from '../../cards/orders/watchNoticeCard.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { Services } from '../step/services.ts';
import { planName } from '../upgrade/products.ts';

export function watchView(
  services: Pick<Services, 'catalog'>,
  l: Localiser,
  watch: Watch,
): WatchView {
  const { targetSkuId } = watch;
  return {
    watch,
    sourceName: planName(services, watch.skuId, l),
    ...(targetSkuId ? { targetName: planName(services, targetSkuId, l) } : {}),
  };
}

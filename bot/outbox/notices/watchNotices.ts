/** The one notice of a watch: to whoever waits, that the wait is over. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { watchNoticeCard } from '../../../cards/orders/watchNoticeCard.ts';
import type { NoticeState } from '../../../commerce/model/notice.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import type { Watch } from '../../../commerce/model/watch.ts';
import type { OrderViewNeeds } from '../../../dialogs/orders/orderViews.ts';
import { watchView } from '../../../dialogs/orders/watchViews.ts';
import type { NoticeSource } from './noticeSource.ts';

export class WatchNotices implements NoticeSource<Watch, NoticeState> {
  readonly #services: Pick<OrderViewNeeds, 'catalog'>;

  constructor(services: Pick<OrderViewNeeds, 'catalog'>) {
    this.#services = services;
  }

  subject({ subscriptionId, id }: Watch): Subject {
    return { subscriptionId, watchId: id };
  }

  async draw(watch: Watch, _notice: NoticeState, context: CardContext): Promise<Card> {
    return watchNoticeCard(watchView(this.#services.catalog, context.l, watch), context);
  }
}

/** The one notice of a watch: to whoever waits, that the wait is over. */
import { watchNoticeCard } from '../../cards/orders/watchNoticeCard.ts';
import { isOwed, isSameState } from '../../commerce/model/notice.ts';
import type { Watch } from '../../commerce/model/watch.ts';
import type { WatchRepository } from '../../commerce/ports/repositories.ts';
import { changeWatch } from '../../commerce/watch/changeWatch.ts';
import { watchView } from '../../dialogs/orders/watchViews.ts';
import type { Services } from '../../dialogs/step/services.ts';
import type { NoticeSource, OwedNotice } from './noticeSource.ts';

export class WatchNotices implements NoticeSource {
  readonly #watches: WatchRepository;
  readonly #services: Pick<Services, 'catalog'>;

  constructor(watches: WatchRepository, services: Pick<Services, 'catalog'>) {
    this.#watches = watches;
    this.#services = services;
  }

  async next(id: string): Promise<OwedNotice | undefined> {
    const watch = (await this.#watches.get(id))?.value;
    const state = watch && stateOf(watch);
    if (!watch || !state || !isOwed(state)) return undefined;
    const { tenantId, userId, subscriptionId } = watch;
    return {
      tenantId,
      userId,
      state,
      muted: false,
      // Somebody else is told in their own chat, where nobody else presses.
      offer: { subject: { subscriptionId, watchId: id }, forAll: true },
      isBehind: ({ subject }) => subject.watchId === id,
      draw: async (context) =>
        watchNoticeCard(watchView(this.#services, context.l, watch), context),
      change: async (from, to) => {
        let changed = false;
        await changeWatch(this.#watches, id, (current) => {
          const now = stateOf(current);
          changed = now !== undefined && isSameState(now, from);
          const { conversation, status, delivery } = to;
          return changed
            ? { ...current, conversation, notice: status, ...(delivery ? { delivery } : {}) }
            : current;
        });
        return changed;
      },
    };
  }
}

function stateOf({ conversation, notice, delivery }: Watch) {
  return notice && { conversation, status: notice, delivery };
}

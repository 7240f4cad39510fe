/** Tells the one who waits that the wait is over. */
import { watchNoticeCard } from '../../cards/watchNoticeCard.ts';
import type { WatchRepository } from '../../commerce/repositories.ts';
import type { NoticeStatus } from '../../commerce/upgrade/order.ts';
import { changeWatch } from '../../commerce/watch/changeWatch.ts';
import type { Watch } from '../../commerce/watch/watch.ts';
import type { Services } from '../../dialogs/services.ts';
import { watchView } from '../../dialogs/watchViews.ts';
import { localiser } from '../../locales/localiser.ts';
import type { ConversationRepository } from '../../storage/conversation.ts';
import type { Turns } from '../../storage/turns.ts';
import type { TurnAdapter } from '../adapter/turnAdapter.ts';
import { cardActivity } from '../cardActivity.ts';
import type { Log } from '../log.ts';
import { addGrant } from '../turn/grants.ts';
import { localeOf } from '../turn/locale.ts';
import { talk } from './talk.ts';

export interface WatchSenderParts {
  adapter: TurnAdapter;
  services: Pick<Services, 'catalog'>;
  watches: WatchRepository;
  conversations: ConversationRepository;
  turns: Turns;
  now: () => Temporal.Instant;
  log: Log;
}

export class WatchSender {
  readonly #parts: WatchSenderParts;

  constructor(parts: WatchSenderParts) {
    this.#parts = parts;
  }

  /** One call at a time per watch. */
  async deliver(id: string): Promise<void> {
    const stored = await this.#parts.watches.get(id);
    if (stored?.value.notice === 'sending') return this.#mark(id, 'ambiguous');
    if (stored?.value.notice === 'pending') {
      const { value: watch } = stored;
      await this.#parts.turns.run(watch.conversation, () => this.#send(watch));
    }
  }

  async #send(watch: Watch): Promise<void> {
    const { conversations, services, now } = this.#parts;
    const stored = await conversations.load(watch.conversation);
    if (!stored) return this.#mark(watch.id, 'undeliverable');
    const { value: conversation, version } = stored;
    const l = localiser(localeOf(conversation));
    const subject = { subscriptionId: watch.subscriptionId, watchId: watch.id };
    const known = conversation.grants.findLast((grant) => grant.subject.watchId === watch.id);
    const by = { userId: watch.userId, now: now() };
    const grant = known ?? addGrant(conversation, 'notice', { subject }, by);
    // Stored first: a button that people see must work.
    if (!known) await conversations.save(watch.conversation, conversation, version);
    const card = watchNoticeCard(watchView(services, l, watch), { l, token: grant.token });
    // Marked last: what fails before it has certainly not left, and is tried again.
    await this.#mark(watch.id, 'sending');
    const outcome = await talk(this.#parts, conversation.reference, (context) =>
      context.sendActivity(cardActivity(card)),
    );
    await this.#mark(watch.id, outcome);
  }

  #mark(id: string, notice: NoticeStatus): Promise<void> {
    return changeWatch(this.#parts.watches, id, (watch) => ({ ...watch, notice }));
  }
}

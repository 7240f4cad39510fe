/** Sends what somebody is owed, of every kind that waits alike: once, at the channel's pace. */
import type { Card, TenantNature } from '../../cards/kit/card.ts';
import type { NoticeState, NoticeStatus } from '../../commerce/model/notice.ts';
import { type Localiser, localiser } from '../../locales/localiser.ts';
import type { Turns } from '../../storage/contract/turns.ts';
import type {
  Conversation,
  ConversationRepository,
} from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { attempts, waitAfter } from '../sdk/callAgain.ts';
import { cardActivity } from '../sdk/cardActivity.ts';
import { sendOrPlain } from '../sdk/plainForm.ts';
import type { TurnAdapter } from '../sdk/turnAdapter.ts';
import { addGrant } from '../turn/grants.ts';
import { localeOf } from '../turn/locale.ts';
import { isBehind, type OwedNotice, type OwedNotices } from './owedNotices.ts';
import type { Pace } from './pace.ts';
import { type Outcome, outcomeOf, sendProactively } from './proactiveSend.ts';
import type { Recipients } from './recipients.ts';

export interface NoticeSenderParts {
  adapter: TurnAdapter;
  conversations: ConversationRepository;
  recipients: Recipients;
  pace: Pace;
  turns: Turns;
  /** Real time. */
  now: () => Temporal.Instant;
  natureOf: (tenantId: string) => TenantNature;
  metrics: Metrics;
  log: Log;
}

/** A notice as it leaves. */
interface Prepared {
  card: Card;
  token: string;
  l: Localiser;
}

const unsent = { is: 'unsent', retryAfterSeconds: undefined } as const;

export class NoticeSender {
  readonly #kind: string;
  readonly #notices: Pick<OwedNotices<unknown, NoticeState>, 'next'>;
  readonly #parts: NoticeSenderParts;

  /** @param kind of what owes these notices, for the metrics */
  constructor(
    kind: string,
    notices: Pick<OwedNotices<unknown, NoticeState>, 'next'>,
    parts: NoticeSenderParts,
  ) {
    this.#kind = kind;
    this.#notices = notices;
    this.#parts = parts;
  }

  /**
   * Tells what a row owes, in the order in which it happened, until something has to wait: that is
   * asked for again. One call at a time a row.
   */
  async deliver(id: string): Promise<void> {
    for (;;) {
      const owed = await this.#notices.next(id);
      if (!owed || !(await this.#bring(owed))) return;
    }
  }

  /** @returns whether there may be more to tell now. */
  async #bring(owed: OwedNotice): Promise<boolean> {
    const { state, tenantId } = owed;
    const { conversation: key, delivery } = state;
    const { pace, now, conversations } = this.#parts;
    if (state.status === 'sending') return this.#conclude(owed, state, { is: 'ambiguous' });
    if (owed.muted) return this.#settle(owed, state, 'muted');
    const { notBefore } = delivery ?? {};
    if (notBefore && Temporal.Instant.compare(now(), notBefore) < 0) return false;
    const recipient = (await conversations.load(key))?.value;
    if (!recipient || recipient.unreachable) return this.#passOn(owed, state);
    if (!(await pace.turn({ tenantId, conversation: key }))) return false;
    const prepared = await this.#prepare(owed);
    if (!prepared) return true;
    // Marked last: what fails before it has certainly not left, and is tried again.
    const sending: NoticeState = { ...state, status: 'sending' };
    if (!(await owed.change(state, sending))) return true;
    const outcome = await this.#send(recipient, prepared);
    if (outcome.is === 'sent') await this.#follow(owed, prepared, outcome);
    return this.#conclude(owed, sending, outcome);
  }

  /**
   * The same row stands for all attempts: trying again pushes out no row of another card.
   * @returns undefined when nobody can be reached there any more
   */
  #prepare(owed: OwedNotice): Promise<Prepared | undefined> {
    const { conversations, turns, now, natureOf } = this.#parts;
    const { subject, userId } = owed;
    const key = owed.state.conversation;
    return turns.run(key, async () => {
      const stored = await conversations.load(key);
      if (!stored || stored.value.unreachable) return undefined;
      const { value: conversation, version } = stored;
      const known = conversation.grants.findLast((grant) => isBehind(owed, grant));
      // Somebody else is told in their own chat, where nobody else presses.
      const offer = { subject, forAll: true };
      const { token } = known ?? addGrant(conversation, owed.card, offer, { userId, now: now() });
      const l = localiser(localeOf(conversation));
      const card = await owed.draw({ l, token, ...natureOf(owed.tenantId) });
      // Stored first: a button that people see must work.
      if (!known) await conversations.save(key, conversation, version);
      return { card, token, l };
    });
  }

  /** Outside of the conversation's turns: a slow channel keeps nobody from talking. */
  async #send({ reference }: Conversation, { card, l }: Prepared): Promise<Outcome> {
    const { adapter, log } = this.#parts;
    try {
      let activityId: string | undefined;
      await sendProactively(adapter, reference, async (context) => {
        const sent = await sendOrPlain(cardActivity(card), l, (one) => context.sendActivity(one));
        activityId = sent?.id;
      });
      return { is: 'sent', activityId };
    } catch (error) {
      log.warn({ err: error }, 'notice not delivered');
      return outcomeOf(error);
    }
  }

  /** The card goes on by itself; one that does not shows what was true. */
  async #follow(
    owed: OwedNotice,
    { token }: Prepared,
    { activityId }: { activityId?: string | undefined },
  ): Promise<void> {
    if (!activityId) return;
    const { conversation } = owed.state;
    try {
      await owed.follow({ conversation, activityId, token });
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'card not followed');
    }
  }

  async #conclude(owed: OwedNotice, sending: NoticeState, result: Outcome): Promise<boolean> {
    const { pace, recipients, now } = this.#parts;
    const { conversation, delivery } = sending;
    const isRepeated = owed.repeats && (delivery?.attempts ?? 0) < attempts;
    const outcome = result.is === 'ambiguous' && isRepeated ? unsent : result;
    switch (outcome.is) {
      case 'sent':
      case 'ambiguous':
        return this.#settle(owed, sending, outcome.is);
      case 'refused':
        return this.#settle(owed, sending, 'undeliverable');
      case 'unreachable':
        if (outcome.why) await recipients.lose(conversation, outcome.why);
        return this.#passOn(owed, sending);
      default: {
        const tried = (delivery?.attempts ?? 0) + 1;
        const milliseconds = waitAfter(outcome.retryAfterSeconds, tried);
        if (outcome.is === 'throttled') {
          pace.pause({ tenantId: owed.tenantId, conversation }, milliseconds);
        }
        const notBefore = now().add({ milliseconds }).toString();
        const unreached = delivery?.unreached ?? [];
        this.#count(outcome.is);
        await owed.change(sending, {
          conversation,
          status: 'pending',
          delivery: { attempts: tried, notBefore, unreached },
        });
        return false;
      }
    }
  }

  /** To the next one who may hear it, from the beginning; there may be nobody left. */
  async #passOn(owed: OwedNotice, from: NoticeState): Promise<boolean> {
    if (owed.staysThere) return this.#settle(owed, from, 'undeliverable');
    const unreached = [...(from.delivery?.unreached ?? []), from.conversation];
    const conversation = await this.#parts.recipients.next(owed, unreached);
    if (conversation === undefined) return this.#settle(owed, from, 'undeliverable');
    this.#count('passedOn');
    const delivery = { attempts: 0, unreached };
    await owed.change(from, { conversation, status: 'pending', delivery });
    return true;
  }

  async #settle(owed: OwedNotice, from: NoticeState, status: NoticeStatus): Promise<boolean> {
    const changed = await owed.change(from, { ...from, status });
    if (changed) this.#count(status);
    return true;
  }
  #count(outcome: string): void {
    this.#parts.metrics.notices.inc({ kind: this.#kind, outcome });
  }
}

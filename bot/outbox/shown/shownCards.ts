/** Cards that are in chats: replaced in place as the thing that they show moves, at a calm pace. */
import type { Card, CardContext, TenantNature } from '../../../cards/kit/card.ts';
import type { ShownCard } from '../../../commerce/model/notice.ts';
import { localiser } from '../../../locales/localiser.ts';
import { KeyedQueue } from '../../../storage/contract/keyedQueue.ts';
import type { ConversationRepository } from '../../../storage/repositories/conversation.ts';
import type { Log } from '../../log.ts';
import { attempts, passingForUpdates, waitAfter } from '../../sdk/callAgain.ts';
import { cardActivity } from '../../sdk/cardActivity.ts';
import { ConnectorError } from '../../sdk/connectorError.ts';
import { sendOrPlain } from '../../sdk/plainForm.ts';
import type { TurnAdapter } from '../../sdk/turnAdapter.ts';
import { localeOf } from '../../turn/locale.ts';
import { wait } from '../../wait.ts';
import type { Pace, Place } from '../pace.ts';
import { sendProactively } from '../proactiveSend.ts';
import { progressPause } from '../rateLimits.ts';
import type { Recipients } from '../recipients.ts';
import { unreachableBy } from '../unreachableBy.ts';

/** A thing as it is now, and where it is shown. */
interface ShownThing {
  id: string;
  tenantId: string;
  revision: number;
  cards: readonly ShownCard[];
  draw(context: CardContext, card: ShownCard): Card;
}

/** @returns undefined when it is there no more */
type ThingOf = (id: string) => Promise<ShownThing | undefined>;

export interface ShownCardsParts {
  adapter: TurnAdapter;
  conversations: ConversationRepository;
  recipients: Recipients;
  pace: Pace;
  natureOf: (tenantId: string) => TenantNature;
  log: Log;
}

/** A card that shows this revision now, or never will. */
type Shown = Pick<ShownCard, 'activityId' | 'revision'>;

export class ShownCards {
  readonly #parts: ShownCardsParts;
  readonly #thingOf: ThingOf;
  /** One at a time a thing, each with what is stored then: no card goes back. */
  readonly #queue = new KeyedQueue();
  /** Things with progress that no card shows yet. */
  readonly #moved = new Set<string>();
  readonly #following = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: ShownCardsParts, thingOf: ThingOf) {
    this.#parts = parts;
    this.#thingOf = thingOf;
  }

  /** Progress: soon, and what comes at short intervals together. */
  showProgress(id: string): void {
    if (this.#stopping.signal.aborted) return;
    this.#moved.add(id);
    if (this.#following.has(id)) return;
    const following = this.#follow(id).finally(() => this.#following.delete(id));
    this.#following.set(id, following);
  }

  /** Replaces the cards that are behind. @returns those that are not any more */
  async bringUpToDate(id: string): Promise<Shown[]> {
    const { shown } = await this.#update(id, (card, revision) => card.revision < revision);
    return shown;
  }

  /** Waits for what is being replaced. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#following.values());
  }

  async #follow(id: string): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#moved.delete(id) && !signal.aborted) {
      try {
        const { waiting } = await this.#update(id, () => true);
        if (waiting) this.#moved.add(id);
      } catch (error) {
        this.#parts.log.warn({ err: error, row: id }, 'progress not shown');
      }
      await wait(progressPause, signal);
    }
  }

  #update(
    id: string,
    isMeant: (card: ShownCard, revision: number) => boolean,
  ): Promise<{ shown: Shown[]; waiting: boolean }> {
    return this.#queue.run(id, async () => {
      const thing = await this.#thingOf(id);
      const meant = thing?.cards.filter((card) => isMeant(card, thing.revision)) ?? [];
      if (!thing || meant.length === 0) return { shown: [], waiting: false };
      const done = await Promise.all(meant.map((card) => this.#replace(thing, card)));
      const shown = meant.flatMap(({ activityId }, index) =>
        done[index] ? [{ activityId, revision: thing.revision }] : [],
      );
      return { shown, waiting: shown.length < meant.length };
    });
  }

  /** @returns false when it has to wait; a card that can't be replaced waits for the next step. */
  async #replace(thing: ShownThing, card: ShownCard): Promise<boolean> {
    const { conversations, adapter, pace, natureOf } = this.#parts;
    const conversation = (await conversations.load(card.conversation))?.value;
    if (!conversation || conversation.unreachable) return true;
    const l = localiser(localeOf(conversation));
    const { tenantId } = thing;
    const activity = cardActivity(
      thing.draw({ l, token: card.token, ...natureOf(tenantId) }, card),
    );
    const place = { tenantId, conversation: card.conversation };
    for (let attempt = 1; ; attempt += 1) {
      if (!(await pace.turn(place))) return false;
      try {
        await sendProactively(adapter, conversation.reference, (context) =>
          sendOrPlain(activity, l, (one) =>
            context.updateActivity({ ...one, id: card.activityId }),
          ),
        );
        return true;
      } catch (error) {
        this.#parts.log.warn({ err: error, row: thing.id }, 'card not replaced');
        if (!(await this.#isPassing(error, place, attempt))) return true;
        if (attempt >= attempts) return !isThrottled(error);
      }
    }
  }

  /** Waits as long as it takes until another attempt makes sense, where one does. */
  async #isPassing(error: unknown, place: Place, attempt: number): Promise<boolean> {
    if (!(error instanceof ConnectorError)) return false;
    const { pace, recipients } = this.#parts;
    const { statusCode = 0, retryAfterSeconds } = error;
    if (isThrottled(error)) {
      pace.pause(place, waitAfter(retryAfterSeconds, attempt));
      return true;
    }
    if (passingForUpdates.includes(statusCode)) {
      await wait(waitAfter(undefined, attempt), this.#stopping.signal);
      return true;
    }
    const why = unreachableBy(error);
    if (why) await recipients.lose(place.conversation, why);
    return false;
  }
}

function isThrottled(error: unknown): boolean {
  return error instanceof ConnectorError && error.code === 'channel.throttled';
}

/** The cards of a thing, knowing what they show. */
export function cardsNoting<Card extends ShownCard>(
  cards: readonly Card[],
  shown: readonly Shown[],
): Card[] {
  return cards.map((card) => {
    const seen = shown.find(({ activityId }) => activityId === card.activityId);
    return seen ? { ...card, revision: Math.max(card.revision, seen.revision) } : card;
  });
}

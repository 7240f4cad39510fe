/** All that speaks unasked, over a data folder and a channel of its own; sandbox's time is real. */

import { createMetrics } from '../../../bot/metrics.ts';
import { NoticeSender } from '../../../bot/outbox/noticeSender.ts';
import { MoveNotices } from '../../../bot/outbox/notices/moveNotices.ts';
import { OrderNotices } from '../../../bot/outbox/notices/orderNotices.ts';
import { WatchNotices } from '../../../bot/outbox/notices/watchNotices.ts';
import { OwedNotices } from '../../../bot/outbox/owedNotices.ts';
import { Pace } from '../../../bot/outbox/pace.ts';
import { Recipients } from '../../../bot/outbox/recipients.ts';
import { OrderCards } from '../../../bot/outbox/shown/orderCards.ts';
import type { ShownCardsParts } from '../../../bot/outbox/shown/shownCards.ts';
import { DirectExchange } from '../../../bot/sdk/exchange/directExchange.ts';
import { createAdapter, type TurnAdapter } from '../../../bot/sdk/turnAdapter.ts';
import { gatherFacts } from '../../../commerce/diagnosis/gatherFacts.ts';
import type { NoticeState, NoticeStatus } from '../../../commerce/model/notice.ts';
import type { Notice, Order } from '../../../commerce/model/order.ts';
import { waitingKinds } from '../../../storage/contract/waitingKinds.ts';
import type { Storage } from '../../../storage/open.ts';
import type { Conversation } from '../../../storage/repositories/conversation.ts';
import { keptLog } from '../process/logLines.ts';
import { LowdbPlace } from '../storage/place.ts';
import { aConversation, anOrder } from '../storage/samples.ts';
import { FakeTeams } from '../teams/fakeTeams.ts';
import { catalog, SimulatedTenant } from '../tenant/simulatedTenant.ts';

export const { id: orderId } = anOrder();
export const chatKey = 'tenant-1/msteams/a:1';

export const completed: Notice = {
  kind: 'completed',
  conversation: chatKey,
  status: 'pending',
  at: '2026-11-23T12:00:00Z',
};

export class NoticeDesk {
  readonly tenant = new SimulatedTenant();
  readonly metrics = createMetrics();
  readonly adapter: TurnAdapter;
  readonly teams: FakeTeams;
  readonly place: LowdbPlace;
  readonly now: () => Temporal.Instant;
  /** The one that the simulated Microsoft answers. */
  simulatedTenant = 'tenant-1';
  storage: Storage;
  cards!: OrderCards;
  /** Of orders, of watches, and of moves. */
  sender!: NoticeSender;
  watchSender!: NoticeSender;
  moveSender!: NoticeSender;
  /** For cards that are replaced in place. */
  showing!: () => ShownCardsParts;
  /** Of another kind of thing. */
  senderOf!: (kind: string, owed: Pick<OwedNotices<unknown, NoticeState>, 'next'>) => NoticeSender;

  /** @param now real time; stands still when it is left out */
  static async open(now?: () => Temporal.Instant): Promise<NoticeDesk> {
    const place = await LowdbPlace.make();
    const storage = await place.openStorage();
    const teams = await FakeTeams.start({ botUrl: 'http://127.0.0.1:9' });
    const desk = new NoticeDesk(place, storage, teams, now);
    await desk.addChat(chatKey);
    return desk;
  }

  private constructor(
    place: LowdbPlace,
    storage: Storage,
    teams: FakeTeams,
    now: (() => Temporal.Instant) | undefined,
  ) {
    this.place = place;
    this.storage = storage;
    this.teams = teams;
    this.now = now ?? (() => this.tenant.realNow);
    this.adapter = createAdapter({
      log: keptLog().log,
      metrics: this.metrics,
      exchange: new DirectExchange(),
    });
    this.#build();
  }

  /** As another process finds it. */
  async restart(): Promise<void> {
    await this.cards.stop();
    await this.storage.close();
    this.storage = await this.place.openStorage();
    this.#build();
  }

  #build(): void {
    const { adapter, metrics, now } = this;
    const { orders, quotes, watches, moves, conversations, contacts, turns } = this.storage;
    const { log } = keptLog();
    const { sandbox } = this.tenant;
    const services = { catalog, clock: sandbox, seller: sandbox, directory: sandbox, orders };
    const recipients = new Recipients({ services, conversations, contacts, turns, now });
    const pace = new Pace(now);
    const natureOf = (tenantId: string) => ({ simulated: tenantId === this.simulatedTenant });
    const speaking = { adapter, metrics, now, natureOf, log };
    const parts = { ...speaking, services, conversations, recipients, pace, turns };
    this.showing = () => parts;
    this.cards = new OrderCards(parts);
    const ofOrders = new OrderNotices({ ...services, quotes, moves }, this.cards);
    const ofWatches = new WatchNotices(services);
    const { firstAttempts } = this.storage;
    const sources = { ...services, firstAttempts };
    const ofMoves = new MoveNotices({
      catalog,
      gatherFacts: (...about) => gatherFacts(sources, ...about),
    });
    this.senderOf = (kind, owed) => new NoticeSender(kind, owed, parts);
    const owedOf = {
      orders: new OwedNotices(waitingKinds.orders, orders, ofOrders),
      watches: new OwedNotices(waitingKinds.watches, watches, ofWatches),
      moves: new OwedNotices(waitingKinds.moves, moves, ofMoves),
    };
    this.sender = this.senderOf('orders', owedOf.orders);
    this.watchSender = this.senderOf('watches', owedOf.watches);
    this.moveSender = this.senderOf('moves', owedOf.moves);
  }

  /** A chat that the bot knows. All of them are one and the same at the channel. */
  async addChat(
    key: string,
    userId?: string,
    at: FakeTeams = this.teams,
    given: Partial<Conversation> = {},
  ): Promise<void> {
    const reference = {
      channelId: 'msteams',
      serviceUrl: at.serviceUrl,
      conversation: { id: at.conversationId },
      bot: { id: '28:upgradera', name: 'Upgradera' },
      user: { id: at.user.id },
    };
    await this.storage.conversations.save(key, aConversation({ reference, ...given }), 0);
    if (userId === undefined) return;
    const since = '2026-11-23T11:00:00Z';
    await this.storage.contacts.add('tenant-1', { conversation: key, userId, since });
  }

  owe(given: Partial<Order>): Promise<boolean> {
    return this.storage.orders.insert(
      anOrder({ state: 'completed', conversation: chatKey, ...given }),
    );
  }

  async order(): Promise<Order> {
    return (await this.storage.orders.get(orderId))!.value;
  }

  async statuses(): Promise<NoticeStatus[]> {
    return (await this.order()).notices.map(({ status }) => status);
  }

  async conversation(key = chatKey): Promise<Conversation> {
    return (await this.storage.conversations.load(key))!.value;
  }

  /** How often notices came to this, as the metric tells. */
  async counted(outcome: string, kind = 'orders'): Promise<number> {
    const { values } = await this.metrics.notices.get();
    const meant = ({ labels }: { labels: Record<string, unknown> }) =>
      labels.outcome === outcome && labels.kind === kind;
    return values.find(meant)?.value ?? 0;
  }

  calls(method: string): number {
    return this.teams.requests.filter((request) => request.method === method).length;
  }

  async close(): Promise<void> {
    await this.cards.stop();
    await this.teams.stop();
    await this.place.drop();
  }
}

/** What goes on without anybody asking: looks at what waits, and what people are told of it. */
import type { TenantNature } from '../../cards/kit/card.ts';
import type { Agents } from '../../commerce/access/agents.ts';
import { ApprovalWatcher } from '../../commerce/approval/approvalWatcher.ts';
import { ChangeWatcher } from '../../commerce/manualChange/changeWatcher.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { Keeping } from '../../commerce/move/keeping.ts';
import { Mover } from '../../commerce/move/working/mover.ts';
import type { OrderChangeListener } from '../../commerce/order/service/orderWriter.ts';
import { UpgradeWorker } from '../../commerce/order/service/worker.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { UserLicences } from '../../commerce/ports/userLicences.ts';
import { CaseWatcher } from '../../commerce/support/caseWatcher.ts';
import { Watcher, type WatcherParts } from '../../commerce/watch/watcher.ts';
import {
  type NoticeOf,
  type WaitingDocument,
  type WaitingName,
  waitingOf,
} from '../../storage/contract/waitingKinds.ts';
import type { Storage } from '../../storage/open.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { NoticeSender } from '../outbox/noticeSender.ts';
import { ApprovalNotices } from '../outbox/notices/approvalNotices.ts';
import { CaseNotices } from '../outbox/notices/caseNotices.ts';
import { ChangeNotices } from '../outbox/notices/changeNotices.ts';
import { MoveNotices } from '../outbox/notices/moveNotices.ts';
import type { NoticeSource } from '../outbox/notices/noticeSource.ts';
import { OrderNotices } from '../outbox/notices/orderNotices.ts';
import { WatchNotices } from '../outbox/notices/watchNotices.ts';
import { orderChanges } from '../outbox/orderChanges.ts';
import { OwedNotices } from '../outbox/owedNotices.ts';
import { Pace } from '../outbox/pace.ts';
import { Recipients } from '../outbox/recipients.ts';
import { type Follow, following } from '../outbox/shown/following.ts';
import { LiveCases } from '../outbox/shown/liveCases.ts';
import { MoveCards } from '../outbox/shown/moveCards.ts';
import { OrderCards } from '../outbox/shown/orderCards.ts';
import { WakeTimer, type WakeTimerParts } from '../outbox/wakeTimer.ts';
import type { TurnAdapter } from '../sdk/turnAdapter.ts';
import type { Articles } from './articles.ts';

export interface WorkersParts {
  storage: Storage;
  ports: { seller: Seller; directory: Directory; clock: Clock; licences: UserLicences };
  catalog: Catalog;
  articles: Articles['articles'];
  agents: Pick<Agents, 'serves'>;
  gatherFacts: WatcherParts['gatherFacts'];
  adapter: TurnAdapter;
  metrics: Metrics;
  /** Real time. */
  now: () => Temporal.Instant;
  natureOf: (tenantId: string) => TenantNature;
  log: Log;
}

export interface Workers {
  /** @throws storage.unavailable */
  start(): Promise<void>;
  /** Something may be due earlier than was known. */
  wake(): void;
  /** Keeps a card up to date from now on. */
  follow: Follow;
  /** The customer of a case has come to another step. */
  showCase(id: string): void;
  /** Finishes the looks and deliveries that are under way. */
  stop(): Promise<void>;
}

/** Who looks at a kind of thing that waits, and how its notices look. */
type Attendance = {
  [Name in WaitingName]: {
    worker: WakeTimerParts['worker'];
    source: NoticeSource<WaitingDocument<Name>, NoticeOf<Name>>;
  };
};

export function createWorkers(parts: WorkersParts): Workers {
  const { storage, ports, catalog, articles, gatherFacts, metrics, now, log } = parts;
  const { orders, quotes, watches, moves, moveParts, manualChanges } = storage;
  const { cases, deskPlaces, board, approvals } = storage;
  const { conversations, contacts, turns } = storage;
  const { seller, clock, licences } = ports;
  const services = { ...ports, catalog, orders };
  const pace = new Pace(now);
  const recipients = new Recipients({ services, conversations, contacts, turns, now });
  const sending = { ...parts, services, conversations, recipients, pace, turns };
  const cards = new OrderCards(sending);
  const changed = orderChanges(metrics, cards, log);
  const moveCards = new MoveCards({ ...ports, moves, moveParts, catalog }, sending);
  const liveCases = new LiveCases({ cases, catalog, clock, agents: parts.agents, now }, sending);
  const showMove = (id: string) => moveCards.showProgress(id);
  const showCase = (id: string) => liveCases.showProgress(id);
  const mover = new Mover({
    ...{ moves, parts: moveParts, orders, licences, clock, now },
    changed: ({ id, cards }) => {
      if (cards) moveCards.showProgress(id);
    },
  });
  const keeping = new Keeping({ moves, parts: moveParts, licences, mover, clock, now });
  const onChange: OrderChangeListener = async (before, after) => {
    await changed(before, after);
    await keeping.orderChanged(after).catch((error) => log.warn({ err: error }, 'not looked at'));
  };
  const attendance: Attendance = {
    orders: {
      worker: new UpgradeWorker({
        ...{ seller, orders, quotes, clock, now, onChange },
        noteUsers: (order) => keeping.noted(order),
      }),
      source: new OrderNotices({ ...services, quotes, moves }, cards),
    },
    watches: {
      worker: new Watcher({ watches, clock, gatherFacts, now }),
      source: new WatchNotices(services),
    },
    moves: {
      worker: mover,
      source: new MoveNotices({ catalog, gatherFacts }),
    },
    manualChanges: {
      worker: new ChangeWatcher({ ...ports, manualChanges, now }),
      source: new ChangeNotices(services),
    },
    approvals: {
      worker: new ApprovalWatcher({ approvals, orders, clock, now }),
      source: new ApprovalNotices({ catalog, approvals }, sending),
    },
    cases: {
      worker: new CaseWatcher({ cases, deskPlaces, clock, now }),
      source: new CaseNotices(
        { ...services, cases, board, articles, gatherFacts, liveCases },
        sending,
      ),
    },
  };

  const timers = Object.entries(attendance).map(([name, { worker, source }]) => {
    const kind = name as WaitingName;
    const { kind: declared, rows } = waitingOf(storage, kind);
    const notices = new OwedNotices(declared, rows, source as NoticeSource<unknown, unknown>);
    const sender = new NoticeSender(kind, notices, sending);
    const workQueue = storage.workQueue(kind);
    return new WakeTimer({ kind, rows, worker, sender, workQueue, now, metrics, log });
  });
  const each = async (act: (timer: WakeTimer) => Promise<void>): Promise<void> => {
    await Promise.all(timers.map(act));
  };
  const wake = () => {
    for (const timer of timers) timer.wake();
  };
  return {
    start: () => each((timer) => timer.start()),
    wake,
    follow: following({ orders, moves, cases, approvals, now, showMove, showCase, wake }),
    showCase,
    stop: async () => {
      await each((timer) => timer.stop());
      await Promise.all([cards.stop(), moveCards.stop(), liveCases.stop()]);
    },
  };
}

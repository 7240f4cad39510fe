/** Opens everything that is remembered: the repositories, over a folder or over PostgreSQL. */
import type {
  ConnectionRepository,
  FirstAttemptRepository,
  MovePartRepository,
  OrderRepository,
  PriceSheetRepository,
  QuoteRepository,
  TenantStateRepository,
} from '../commerce/ports/repositories.ts';
import type { WaitingKind } from '../commerce/ports/waitingKind.ts';
import type { CaseBoard } from '../commerce/support/board.ts';
import type { DeskPlaces } from '../commerce/support/deskPlaces.ts';
import type { StorageEngine, StorageLog } from './contract/engine.ts';
import { KeyedQueue } from './contract/keyedQueue.ts';
import type { OpenEngine } from './contract/openEngine.ts';
import type { Turns } from './contract/turns.ts';
import {
  type WaitingName,
  type WaitingRepositories,
  waitingKinds,
} from './contract/waitingKinds.ts';
import type { WorkQueue } from './contract/workQueue.ts';
import { LocalWorkQueue } from './files/localWorkQueue.ts';
import { LowdbEngine } from './files/lowdbEngine.ts';
import { StoredConnections } from './repositories/connections.ts';
import type { ContactRepository } from './repositories/contact.ts';
import { StoredContacts } from './repositories/contacts.ts';
import type { ConversationRepository } from './repositories/conversation.ts';
import { StoredConversations } from './repositories/conversations.ts';
import { StoredFirstAttempts } from './repositories/firstAttempts.ts';
import { StoredMoveParts } from './repositories/moveParts.ts';
import { StoredOrders } from './repositories/orders.ts';
import { StoredPriceSheets } from './repositories/priceSheets.ts';
import { StoredQuotes } from './repositories/quotes.ts';
import { rowMakers } from './repositories/rowMakers.ts';
import { StoredWaiting } from './repositories/storedWaiting.ts';
import { StoredCaseBoard, StoredDeskPlaces } from './repositories/support/storedDesk.ts';
import { StoredTenantStates } from './repositories/tenantStates.ts';

export interface Storage extends WaitingRepositories {
  orders: OrderRepository;
  quotes: QuoteRepository;
  conversations: ConversationRepository;
  contacts: ContactRepository;
  tenantStates: TenantStateRepository;
  connections: ConnectionRepository;
  firstAttempts: FirstAttemptRepository;
  moveParts: MovePartRepository;
  priceSheets: PriceSheetRepository;
  deskPlaces: DeskPlaces;
  board: CaseBoard;
  turns: Turns;
  /** @param name of the rows that the work is about */
  workQueue(name: string): WorkQueue;
  /** Whether a document can be written and read just now. */
  ready(): Promise<boolean>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

interface StoragePlace {
  dataDir: string;
  databaseUrl?: string | undefined;
  log: StorageLog;
}

/**
 * @param place.dataDir made when it does not exist; belongs to this process until `close`
 * @param place.databaseUrl of PostgreSQL, which any number of processes share, instead of a folder
 * @throws storage.locked, storage.unavailable
 */
export async function openStorage(place: StoragePlace): Promise<Storage> {
  const { engine, turns, workQueue, close } = await openEngine(place);
  const { log } = place;
  return {
    ...waitingRepositories(engine, log),
    orders: new StoredOrders(engine, log),
    quotes: new StoredQuotes(engine),
    conversations: new StoredConversations(engine),
    contacts: new StoredContacts(engine),
    tenantStates: new StoredTenantStates(engine),
    connections: new StoredConnections(engine),
    firstAttempts: new StoredFirstAttempts(engine),
    moveParts: new StoredMoveParts(engine),
    priceSheets: new StoredPriceSheets(engine),
    deskPlaces: new StoredDeskPlaces(engine),
    board: new StoredCaseBoard(engine),
    turns,
    workQueue,
    ready: () => isReady(engine, log),
    close,
  };
}

/** @throws storage.locked, storage.unavailable */
export async function openEngine({ dataDir, databaseUrl, log }: StoragePlace): Promise<OpenEngine> {
  if (databaseUrl === undefined) {
    const engine = await LowdbEngine.open(dataDir, log, rowMakers);
    return {
      engine,
      turns: new KeyedQueue(),
      workQueue: () => new LocalWorkQueue(),
      close: () => engine.close(),
    };
  }
  // Loaded only where it is used: it is larger than all the rest of the storage.
  const { openPostgres } = await import('./postgres/openPostgres.ts');
  return openPostgres(databaseUrl, log);
}

function waitingRepositories(engine: StorageEngine, log: StorageLog): WaitingRepositories {
  const all = Object.entries<WaitingKind<unknown>>(waitingKinds).map(([name, kind]) => [
    name,
    new StoredWaiting(name as WaitingName, kind, engine, log),
  ]);
  return Object.fromEntries(all);
}

async function isReady(engine: StorageEngine, log: StorageLog): Promise<boolean> {
  try {
    await engine.check();
    return true;
  } catch (error) {
    log.warn({ err: error }, 'storage is not ready');
    return false;
  }
}

/** The one door to what is remembered. */
import type {
  FirstAttemptRepository,
  OrderRepository,
  QuoteRepository,
  TenantStateRepository,
  WatchRepository,
} from '../commerce/repositories.ts';
import type { ConversationRepository } from './conversation.ts';
import { StoredConversations } from './conversations.ts';
import type { StorageEngine, StorageLog } from './engine.ts';
import { StoredFirstAttempts } from './firstAttempts.ts';
import { LowdbEngine } from './lowdb/lowdbEngine.ts';
import { StoredOrders } from './orders.ts';
import { PostgresEngine } from './postgres/postgresEngine.ts';
import { StoredQuotes } from './quotes.ts';
import { rowMakers } from './rowMakers.ts';
import { StoredTenantStates } from './tenantStates.ts';
import { StoredWatches } from './watches.ts';

export interface Storage {
  orders: OrderRepository;
  quotes: QuoteRepository;
  watches: WatchRepository;
  conversations: ConversationRepository;
  tenantStates: TenantStateRepository;
  firstAttempts: FirstAttemptRepository;
  /** Whether a document can be written and read just now. */
  ready(): Promise<boolean>;
  /** Finishes what was begun. */
  close(): Promise<void>;
}

/**
 * @param options.dataDir made when it does not exist; belongs to this process until `close`
 * @param options.databaseUrl of PostgreSQL, which any number of processes share, instead of a folder
 * @throws storage.locked, storage.unavailable
 */
export async function openStorage(options: {
  dataDir: string;
  databaseUrl?: string | undefined;
  log: StorageLog;
}): Promise<Storage> {
  const { dataDir, databaseUrl, log } = options;
  const engine =
    databaseUrl === undefined
      ? await LowdbEngine.open(dataDir, log, rowMakers)
      : await PostgresEngine.open(databaseUrl, log);
  return buildStorage(engine, log);
}

function buildStorage(engine: StorageEngine, log: StorageLog): Storage {
  return {
    orders: new StoredOrders(engine, log),
    quotes: new StoredQuotes(engine),
    watches: new StoredWatches(engine),
    conversations: new StoredConversations(engine),
    tenantStates: new StoredTenantStates(engine),
    firstAttempts: new StoredFirstAttempts(engine),
    ready: () => isReady(engine, log),
    close: () => engine.close(),
  };
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

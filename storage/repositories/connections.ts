import {
  type Connected,
  type Connection,
  connectionSchema,
} from '../../commerce/ports/connection.ts';
import type { ConnectionRepository } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { CheckedDocuments } from './documents.ts';

/** A damaged one is treated as a tenant that was never connected: its administrator is asked again. */
export class StoredConnections implements ConnectionRepository {
  readonly #documents: CheckedDocuments<Connection>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'connections', connectionSchema);
  }

  async find(tenantId: string): Promise<Connected | undefined> {
    return (await this.#documents.readOrSetAside(tenantId))?.value.connected;
  }

  async use(tenantId: string, consent: Connection['used'][number], now: string): Promise<boolean> {
    let isFirst = false;
    await this.#documents.change(tenantId, (known = unconnected(tenantId)) => {
      isFirst = known.used.every(({ id }) => id !== consent.id);
      if (!isFirst) return undefined;
      const recent = known.used.filter(({ until }) => Temporal.Instant.compare(until, now) > 0);
      return { ...known, used: [...recent, consent] };
    });
    return isFirst;
  }

  async connect(tenantId: string, connected: Connected): Promise<void> {
    await this.#documents.change(tenantId, (known = unconnected(tenantId)) => ({
      ...known,
      connected,
    }));
  }

  async disconnect(tenantId: string): Promise<void> {
    await this.#documents.change(tenantId, (known) => {
      if (!known?.connected) return undefined;
      const { connected: _, ...rest } = known;
      return rest;
    });
  }
}

const unconnected = (tenantId: string): Connection => ({ v: 1, tenantId, used: [] });

/**
 * The one place that knows which back end serves a tenant. Everybody else sees the ports of commerce and
 * what is said here, and imports nothing of a back end's room. Another one is chosen here, per tenant.
 */
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { TenantStateRepository } from '../../commerce/ports/repositories.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import { withLimit } from '../../commerce/ports/withLimit.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import type { Environment } from '../environment.ts';

/** What the back end itself remembers of a tenant, for those who check what is stored. */
export { tenantStateSchema } from '../../sandbox/tenant/tenantState.ts';

export interface Ports {
  seller: Seller;
  directory: Directory;
  clock: Clock;
}

/** The same ports, whose calls all end within so many seconds. */
export function limitPorts({ seller, directory, clock }: Ports, seconds: number): Ports {
  return {
    seller: withLimit(seller, seconds),
    directory: withLimit(directory, seconds),
    clock: withLimit(clock, seconds),
  };
}

export interface Backend extends Ports {
  /** Whether nothing that happens in the tenant is real. */
  isSimulated(tenantId: string): boolean;
  /** Undefined for who may not test there, which is everybody where something is real. */
  testerOf(tenantId: string, userId: string): TesterControl | undefined;
}

export interface BackendParts {
  tenantStates: TenantStateRepository;
  catalog: Catalog;
  priceBook: PriceBook;
  /** Real time. */
  now: () => Temporal.Instant;
  testers: Environment['testers'];
}

export function createBackend(parts: BackendParts): Backend {
  const { tenantStates: tenants, catalog, priceBook: prices, now, testers } = parts;
  const sandbox = new Sandbox({ tenants, catalog, prices, now });
  const isSimulated = (): boolean => true;
  const mayTest = (userId: string): boolean =>
    testers === 'everybody' || testers.includes(userId.toLowerCase());
  return {
    seller: sandbox,
    directory: sandbox,
    clock: sandbox,
    isSimulated,
    testerOf: (_tenantId, userId) => (isSimulated() && mayTest(userId) ? sandbox : undefined),
  };
}

/**
 * The one place that knows which back end serves a tenant. Everybody else sees the ports of commerce and
 * what is said here, and imports nothing of a back end's room. Another one is chosen here, per tenant.
 */
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type {
  PriceSheetRepository,
  TenantStateRepository,
} from '../../commerce/ports/repositories.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import { sellerWithLimit, withLimit } from '../../commerce/ports/withLimit.ts';
import { priceSheetSchema } from '../../microsoft/partnerCenter/prices/priceRow.ts';
import type { PartnerSettings as PartnerCenterSettings } from '../../microsoft/partnerConnection.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { tenantStateSchema } from '../../sandbox/tenant/tenantState.ts';
import type { Environment } from '../environment.ts';
import { type Ports, portsByTenant } from './portsByTenant.ts';

export type { Finding } from '../../microsoft/examine/finding.ts';

/** Whether a real tenant can be read. Loaded when it is asked for: no conversation needs it yet. */
export async function loadExamination() {
  const [{ examineTenant }, { examineBot }, { examinePartner }, { PriceSheets }] =
    await Promise.all([
      import('../../microsoft/examine/examineTenant.ts'),
      import('../../microsoft/examine/examineBot.ts'),
      import('../../microsoft/examine/examinePartner.ts'),
      import('../../microsoft/partnerCenter/prices/priceSheets.ts'),
    ]);
  return {
    examineTenant,
    examineBot,
    examinePartner: (
      settings: PartnerCenterSettings,
      tenantId: string,
      stored: PriceSheetRepository | undefined,
    ) => examinePartner(settings, tenantId, stored && new PriceSheets(stored)),
  };
}
/** Takes prices in that a partner exported. Loaded when it is asked for: the bot itself imports none. */
export async function loadPriceImport() {
  const { PriceSheets } = await import('../../microsoft/partnerCenter/prices/priceSheets.ts');
  return (stored: PriceSheetRepository, text: string) => new PriceSheets(stored).import(text);
}

/** What back ends themselves remember, for those who check what is stored. */
export const backEndSchemas = { tenantStates: tenantStateSchema, priceSheets: priceSheetSchema };

/** The same ports, whose calls all end within so many seconds. */
export function limitPorts({ seller, directory, clock }: Ports, seconds: number): Ports {
  return {
    seller: sellerWithLimit(seller, seconds),
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
  environment: Pick<Environment, 'testers'>;
}

export function createBackend(parts: BackendParts): Backend {
  const { tenantStates: tenants, catalog, priceBook: prices, now, environment } = parts;
  const { testers } = environment;
  const sandbox = new Sandbox({ tenants, catalog, prices, now });
  const simulated: ServingTenants = {
    serves: () => true,
    ports: { seller: sandbox, directory: sandbox, clock: sandbox },
    control: sandbox,
  };
  /** The first that serves a tenant. */
  const all: readonly ServingTenants[] = [simulated];
  const of = (tenantId: string): ServingTenants =>
    all.find(({ serves }) => serves(tenantId)) ?? simulated;
  const mayTest = (userId: string): boolean =>
    testers === 'everybody' || testers.includes(userId.toLowerCase());
  return {
    ...portsByTenant((tenantId) => of(tenantId).ports),
    isSimulated: (tenantId) => of(tenantId).control !== undefined,
    testerOf: (tenantId, userId) => (mayTest(userId) ? of(tenantId).control : undefined),
  };
}

/** A back end, and whom it serves. */
interface ServingTenants {
  serves(tenantId: string): boolean;
  ports: Ports;
  /** Where nothing is real. */
  control?: TesterControl;
}

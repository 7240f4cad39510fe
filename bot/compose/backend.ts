/**
 * The one place that knows the back ends. Everybody else sees the ports of commerce and what is said here, and
 * imports nothing of a back end's room. A process plays tenants or serves real ones, never both; which seller of
 * the real ones sells a subscription is decided for each (`microsoft/sellerOfEach.ts`).
 */
import type { TenantNature } from '../../cards/kit/card.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Connecting } from '../../commerce/ports/connecting.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type {
  ConnectionRepository,
  PriceSheetRepository,
  TenantStateRepository,
} from '../../commerce/ports/repositories.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import type { UserLicences } from '../../commerce/ports/userLicences.ts';
import { sellerWithLimit, withLimit } from '../../commerce/ports/withLimit.ts';
import { priceSheetSchema } from '../../microsoft/partnerCenter/prices/priceRow.ts';
import type { PartnerSettings as PartnerCenterSettings } from '../../microsoft/partnerConnection.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { tenantDocumentSchema } from '../../sandbox/tenant/tenantState.ts';
import type { Environment } from '../environment.ts';
import type { LiveSettings } from '../microsoftSettings.ts';

export type { Finding } from '../../microsoft/examine/finding.ts';

/** Whether a real tenant can be read. Loaded when it is asked for. */
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
export const backEndSchemas = { tenantStates: tenantDocumentSchema, priceSheets: priceSheetSchema };

export interface Ports {
  seller: Seller;
  directory: Directory;
  licences: UserLicences;
  clock: Clock;
}

/** The same ports, whose calls all end within so many seconds. */
export function limitPorts({ seller, directory, licences, clock }: Ports, seconds: number): Ports {
  return {
    seller: sellerWithLimit(seller, seconds),
    directory: withLimit(directory, seconds, 'directory'),
    licences: withLimit(licences, seconds, 'licences'),
    clock: withLimit(clock, seconds),
  };
}

export interface Backend extends Ports {
  /** What each card of the tenant says. */
  natureOf(tenantId: string): TenantNature;
  /** Undefined for who may not test there, which is everybody where something is real. */
  testerOf(tenantId: string, userId: string): TesterControl | undefined;
  /** How tenants are connected; absent where none has to be. */
  connecting?: Connecting;
  close(): Promise<void>;
}

export interface BackendParts {
  tenantStates: TenantStateRepository;
  connections: ConnectionRepository;
  priceSheets: PriceSheetRepository;
  catalog: Catalog;
  priceBook: PriceBook;
  /** Real time. */
  now: () => Temporal.Instant;
  environment: Pick<Environment, 'testers' | 'live' | 'partner'>;
}

/** @throws connection.app-refused when a file with a secret can't be read */
export async function createBackend(parts: BackendParts): Promise<Backend> {
  const { live } = parts.environment;
  return live ? real(live, parts) : simulated(parts);
}

function simulated(parts: BackendParts): Backend {
  const { tenantStates, catalog, priceBook, now, environment } = parts;
  const { testers } = environment;
  const sandbox = new Sandbox({ tenants: tenantStates, catalog, prices: priceBook, now });
  const mayTest = (userId: string): boolean =>
    testers === 'everybody' || testers.includes(userId.toLowerCase());
  return {
    ...{ seller: sandbox, directory: sandbox, licences: sandbox.licences, clock: sandbox },
    natureOf: () => ({ simulated: true }),
    testerOf: (_tenantId, userId) => (mayTest(userId) ? sandbox : undefined),
    close: async () => undefined,
  };
}

/** Loaded where it is used: the token library is larger than all the rest. Nothing here is simulated. */
async function real(live: LiveSettings, parts: BackendParts): Promise<Backend> {
  const { serveTenants } = await import('../../microsoft/serveTenants.ts');
  const { partner } = parts.environment;
  const { ports, hasListPrices, connecting, close } = await serveTenants({
    ...live,
    ...parts,
    ...(partner && { partner }),
  });
  return {
    ...ports,
    natureOf: (tenantId) => ({ simulated: false, listPrices: hasListPrices(tenantId) }),
    testerOf: () => undefined,
    connecting,
    close,
  };
}

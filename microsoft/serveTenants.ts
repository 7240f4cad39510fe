/** Real tenants as a back end: connected by consent, read through Graph, sold to by a partner or by Microsoft. */
import { readFile } from 'node:fs/promises';
import { UpgraderaError } from '../commerce/base/errors.ts';
import type { Catalog, PriceBook } from '../commerce/model/catalog.ts';
import type { Clock } from '../commerce/ports/clock.ts';
import type { Connecting } from '../commerce/ports/connecting.ts';
import type { Directory } from '../commerce/ports/directory.ts';
import type { ConnectionRepository, PriceSheetRepository } from '../commerce/ports/repositories.ts';
import type { Seller } from '../commerce/ports/seller.ts';
import type { UserLicences } from '../commerce/ports/userLicences.ts';
import { clouds } from './cloud.ts';
import { ConsentStates } from './connect/consentState.ts';
import { TenantConnections } from './connect/tenantConnections.ts';
import { whenConnected } from './connect/whenConnected.ts';
import { type MicrosoftSettings, openMicrosoft } from './connection.ts';
import { DirectSeller } from './direct/directSeller.ts';
import { type CallLimits, usualLimits } from './http/patience.ts';
import { PartnerCenterSeller } from './partnerCenter/partnerCenterSeller.ts';
import { PriceSheets } from './partnerCenter/prices/priceSheets.ts';
import { openPartnerCenter, type PartnerSettings } from './partnerConnection.ts';
import { SellerOfEach } from './sellerOfEach.ts';

export interface ServingParts {
  microsoft: MicrosoftSettings;
  /** Origin under which browsers reach us. */
  publicUrl: string;
  /** What links to consent are signed with is derived from it. */
  secret: { kind: 'text'; text: string } | { kind: 'file'; file: string };
  /** Absent: nothing is sold in a partner's name. */
  partner?: PartnerOfBot;
  connections: ConnectionRepository;
  priceSheets: PriceSheetRepository;
  catalog: Catalog;
  priceBook: PriceBook;
  /** Real time. */
  now: () => Temporal.Instant;
  limits?: CallLimits;
  /** As of `DirectSellerParts`. */
  directoryLagMinutes?: number;
}

/** The partner in whose name orders are placed. */
export interface PartnerOfBot
  extends Pick<PartnerSettings, 'partnerTenantId' | 'partnerCenterUrl'> {
  /** As of `PartnerCenterSellerParts`. */
  margin?: number;
}

export interface Serving {
  /** Whether what the tenant pays is known to nobody who is asked, so that list prices are shown. */
  hasListPrices(tenantId: string): boolean;
  ports: { seller: Seller; directory: Directory; licences: UserLicences; clock: Clock };
  connecting: Connecting;
  close(): Promise<void>;
}

/** Milliseconds; Entra ID takes seconds, sometimes minutes, until all of it knows of a consent. */
const consentPatience = 15_000;

/** @throws connection.app-refused when the file of the secret can't be read */
export async function serveTenants(parts: ServingParts): Promise<Serving> {
  const { microsoft: settings, connections, catalog, priceBook, now } = parts;
  const microsoft = openMicrosoft(settings, parts.limits ?? usualLimits);
  const { graph } = microsoft;
  const connecting = new TenantConnections({
    microsoft,
    connections,
    states: new ConsentStates(await textOf(parts.secret)),
    consentUrl: (tenantId, state) => consentUrl(parts, tenantId, state),
    now,
    patience: consentPatience,
  });
  const directory = whenConnected(microsoft.directory, connections);
  const licences = whenConnected(microsoft.licences, connections);
  const { directoryLagMinutes } = parts;
  const reading = { graph, directory, catalog, priceBook, now };
  const direct = new DirectSeller({ ...reading, directoryLagMinutes });
  const clock: Clock = { now: async () => now() };
  const partner = parts.partner && openPartner(parts, parts.partner, clock, directory);
  const seller = partner ? new SellerOfEach({ partner: partner.seller, direct }) : direct;
  return {
    ports: { seller: whenConnected(seller, connections), directory, licences, clock },
    hasListPrices: (tenantId) => partner?.seller.isKnownToSellTo(tenantId) !== true,
    connecting,
    async close() {
      await Promise.all([microsoft.close(), partner?.close()]);
    },
  };
}

function openPartner(
  { microsoft, priceSheets, catalog, limits = usualLimits }: ServingParts,
  { margin, ...partner }: PartnerOfBot,
  clock: Clock,
  directory: Directory,
) {
  const { client, close } = openPartnerCenter({ ...microsoft, ...partner }, limits);
  const sheets = new PriceSheets(priceSheets);
  return {
    seller: new PartnerCenterSeller({ client, sheets, catalog, clock, directory, margin }),
    close,
  };
}

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
function consentUrl(
  { microsoft: { appId, cloud }, publicUrl }: ServingParts,
  tenantId: string,
  state: string,
): string {
  const { login, graph } = clouds[cloud];
  // An administrator's browser goes to Microsoft itself, also where our own requests take another way.
  const url = new URL(`${login}/${tenantId}/v2.0/adminconsent`);
  url.searchParams.set('client_id', appId);
  url.searchParams.set('scope', `${graph}/.default`);
  url.searchParams.set('redirect_uri', `${publicUrl}/consent`);
  url.searchParams.set('state', state);
  return url.href;
}

async function textOf(secret: ServingParts['secret']): Promise<string> {
  if (secret.kind === 'text') return secret.text;
  return readFile(secret.file, 'utf8').catch(() => {
    throw new UpgraderaError('connection.app-refused', `${secret.file} can't be used`);
  });
}

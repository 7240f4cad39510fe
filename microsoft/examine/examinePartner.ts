/** Whether a tenant can be sold to in the partner's name, thing by thing. Changes nothing. */
import { clouds } from '../cloud.ts';
import { answers } from '../connection.ts';
import { type CallLimits, usualLimits } from '../http/patience.ts';
import { countryOf } from '../partnerCenter/customer.ts';
import { PartnerCenterRefusal } from '../partnerCenter/partnerCenterClient.ts';
import { customerRead, subscriptionsRead } from '../partnerCenter/partnerCenterReads.ts';
import type { PriceSheets } from '../partnerCenter/prices/priceSheets.ts';
import {
  openPartnerCenter,
  type PartnerCenter,
  type PartnerSettings,
} from '../partnerConnection.ts';
import { broken, brokenBy, type Finding, type Subject, skipped, tried, well } from './finding.ts';

const token: Subject = { check: 'partnerToken', isNeeded: true };
const partnerCenter: Subject = { check: 'partnerCenter', isNeeded: true };
const customer: Subject = { check: 'customer', isNeeded: false };
const subscriptions: Subject = { check: 'partnerSubscriptions', isNeeded: true };
const prices: Subject = { check: 'prices', isNeeded: true };

const rest = (...subjects: Subject[]): Finding[] => subjects.map((subject) => skipped(subject));

/** @param sheets what was imported; undefined where that can't be looked at just now */
export async function examinePartner(
  settings: PartnerSettings,
  tenantId: string,
  sheets: Pick<PriceSheets, 'of'> | undefined,
  limits: CallLimits = usualLimits,
): Promise<Finding[]> {
  const partner = openPartnerCenter(settings, limits);
  try {
    const signedIn = await tried(token, () => partner.tokens.token(settings.partnerTenantId));
    if (signedIn.state === 'failed') {
      return [signedIn, ...rest(partnerCenter, customer, subscriptions, prices)];
    }
    const url = settings.partnerCenterUrl ?? clouds[settings.cloud].partnerCenter;
    const reached = await tried(partnerCenter, () => answers(url, limits));
    if (reached.state === 'failed') {
      return [signedIn, reached, ...rest(customer, subscriptions, prices)];
    }
    return [signedIn, reached, ...(await examineCustomer(partner, tenantId, sheets))];
  } finally {
    await partner.close();
  }
}

async function examineCustomer(
  { client }: PartnerCenter,
  tenantId: string,
  sheets: Pick<PriceSheets, 'of'> | undefined,
): Promise<Finding[]> {
  let country: string;
  try {
    country = countryOf(await client.get(customerRead(tenantId)));
  } catch (error) {
    const isUnknown = error instanceof PartnerCenterRefusal && [403, 404].includes(error.status);
    const found = isUnknown ? broken(customer, 'notCustomer') : brokenBy(customer, error);
    return [found, ...rest(subscriptions, prices)];
  }
  const read = await tried(subscriptions, () => client.get(subscriptionsRead(tenantId)));
  if (!sheets) return [well(customer), read, skipped(prices, 'storageInUse')];
  const sheet = await sheets.of(country);
  return [well(customer), read, sheet ? well(prices) : broken(prices, 'noPrices')];
}

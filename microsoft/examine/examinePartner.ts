/** Whether a tenant can be sold to in the partner's name, thing by thing. Changes nothing. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { clouds } from '../cloud.ts';
import { answers, openMicrosoft } from '../connection.ts';
import { delegatedAdminRead, delegationFor } from '../graph/delegatedAdmin.ts';
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
const delegation: Subject = { check: 'delegation', isNeeded: false };
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
      return [signedIn, ...rest(partnerCenter, customer, delegation, subscriptions, prices)];
    }
    const url = settings.partnerCenterUrl ?? clouds[settings.cloud].partnerCenter;
    const reached = await tried(partnerCenter, () => answers(url, limits));
    if (reached.state === 'failed') {
      return [signedIn, reached, ...rest(customer, delegation, subscriptions, prices)];
    }
    const looks = () => examineDelegation(settings, tenantId, limits);
    return [signedIn, reached, ...(await examineCustomer(partner, tenantId, sheets, looks))];
  } finally {
    await partner.close();
  }
}

async function examineCustomer(
  { client }: PartnerCenter,
  tenantId: string,
  sheets: Pick<PriceSheets, 'of'> | undefined,
  looks: () => Promise<Finding>,
): Promise<Finding[]> {
  let country: string;
  try {
    country = countryOf(await client.get(customerRead(tenantId)));
  } catch (error) {
    const isUnknown = error instanceof PartnerCenterRefusal && [403, 404].includes(error.status);
    const found = isUnknown ? broken(customer, 'notCustomer') : brokenBy(customer, error);
    return [found, ...rest(delegation, subscriptions, prices)];
  }
  const [delegated, read] = await Promise.all([
    looks(),
    tried(subscriptions, () => client.get(subscriptionsRead(tenantId))),
  ]);
  const seen = [well(customer), delegated, read];
  if (!sheets) return [...seen, skipped(prices, 'storageInUse')];
  const sheet = await sheets.of(country);
  return [...seen, sheet ? well(prices) : broken(prices, 'noPrices')];
}

const adviceOfDelegation = { none: 'noDelegation', withoutRole: 'delegationRole' } as const;

/** Told by the partner's own directory, where it lets us look. */
async function examineDelegation(
  settings: PartnerSettings,
  tenantId: string,
  limits: CallLimits,
): Promise<Finding> {
  const { graph, close } = openMicrosoft(settings, limits);
  try {
    const all = await graph.all(settings.partnerTenantId, delegatedAdminRead);
    const found = delegationFor(all, tenantId);
    return found === 'enough' ? well(delegation) : broken(delegation, adviceOfDelegation[found]);
  } catch (error) {
    const isShut = error instanceof UpgraderaError && error.code === 'connection.no-permission';
    return isShut ? skipped(delegation, 'delegationUnseen') : brokenBy(delegation, error);
  } finally {
    await close();
  }
}

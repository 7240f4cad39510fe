/** Orders upgrades at Partner Center, at most one each, and tells where they stand. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import { unlessRefused } from '../../commerce/order/service/serviceErrors.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type {
  OperationStatus,
  PlaceRequest,
  PlaceResult,
  SentOrder,
  UserFailure,
} from '../../commerce/ports/seller.ts';
import { soldSkuOf } from './catalogItem.ts';
import { eligibleItems, refusalsIn } from './eligibilities.ts';
import { meaningOf } from './errorCodes.ts';
import { type PartnerCenterClient, PartnerCenterRefusal } from './partnerCenterClient.ts';
import {
  eligibilitiesRead,
  subscriptionsRead,
  transitionCall,
  transitionsRead,
} from './partnerCenterReads.ts';
import type { PartnerCustomers } from './partnerCustomers.ts';
import { findPlaced, operationIdOf, placedUpgradeOf } from './placedUpgrade.ts';
import type { SoldSkus } from './soldSkus.ts';
import { beginningOf, statusOf, type Transition, withLicences } from './transitions.ts';

/** Minutes for which what was ordered may be invisible. */
const longestLag = 15;
/** Seconds until what is not visible yet is looked for again. */
const lagPollSeconds = 60;

export interface UpgradeDeskParts {
  client: Pick<PartnerCenterClient, 'get' | 'post' | 'timeBeforeOrder'>;
  clock: Clock;
  skus: SoldSkus;
  customers: PartnerCustomers;
  /** Absent where nobody reads it: then those whom an upgrade left behind are not named. */
  directory?: Pick<Directory, 'overAssigned'> | undefined;
}

export class UpgradeDesk {
  readonly #parts: UpgradeDeskParts;

  constructor(parts: UpgradeDeskParts) {
    this.#parts = parts;
  }

  /** Looked up first where it was sent before: only what is not there is sent again, under the same id. */
  async place(request: PlaceRequest): Promise<PlaceResult> {
    const { tenantId, firstSentAt } = request;
    const orderBy = performance.now() + this.#parts.client.timeBeforeOrder;
    if (firstSentAt !== undefined) {
      const known = await this.find(tenantId, { ...request, firstSentAt });
      if (known !== undefined) return { outcome: 'accepted', operationId: known };
    }
    try {
      return await this.#order(request, orderBy);
    } catch (error) {
      if (await this.#mayHaveArrived(request, error)) {
        throw new UpgraderaError('upstream.unavailable', 'a repeat was refused', error);
      }
      return this.#refused(request, error);
    }
  }

  async find(tenantId: string, sent: SentOrder): Promise<string | undefined> {
    const { subscriptionId, targetSkuId, quantity, firstSentAt: since } = sent;
    const transitions = await this.#transitions(tenantId, subscriptionId);
    const { country } = await this.#parts.customers.of(tenantId);
    for (const { toCatalogItemId } of transitions) {
      const skuId = await this.#parts.skus.skuIdOf(toCatalogItemId, country);
      if (skuId !== targetSkuId.toLowerCase()) continue;
      const soldSku = soldSkuOf(toCatalogItemId);
      const found = findPlaced(transitions, { soldSku, since, quantity });
      if (found) return this.#idOf(sent, found, since);
    }
    return this.#inEffect(tenantId, sent, country);
  }

  /** An upgrade may be done before its history can be seen: then the subscription is the new product. */
  async #inEffect(
    tenantId: string,
    { subscriptionId, targetSkuId, firstSentAt: since }: SentOrder,
    country: string,
  ): Promise<string | undefined> {
    const { items } = await this.#parts.client.get(subscriptionsRead(tenantId));
    const offerId = items.find(({ id }) => id === subscriptionId)?.offerId ?? '';
    const skuId = await this.#parts.skus.skuIdOf(offerId, country);
    if (skuId !== targetSkuId.toLowerCase()) return undefined;
    return operationIdOf({ subscriptionId, soldSku: soldSkuOf(offerId), since });
  }

  /** What can't be seen yet is under way. @throws operation.unknown */
  async operation(tenantId: string, operationId: string): Promise<OperationStatus> {
    const { subscriptionId, ...placed } = placedUpgradeOf(operationId);
    const transitions = await this.#transitions(tenantId, subscriptionId);
    const transition = findPlaced(transitions, placed);
    if (!transition) return { phase: 'provisioning', pollAfterSeconds: lagPollSeconds };
    const status = statusOf(transition, subscriptionId);
    if (status.phase !== 'completedWithUserErrors') return status;
    const leftBehind = await this.#leftBehind(tenantId, transition);
    return { ...status, ...(leftBehind && { leftBehind }) };
  }

  /** Partner Center names nobody: the directory knows who still has a licence of what is owned no more (R79). */
  async #leftBehind(
    tenantId: string,
    { fromCatalogItemId }: Transition,
  ): Promise<UserFailure[] | undefined> {
    const { customers, directory, skus } = this.#parts;
    const { country } = await customers.of(tenantId);
    const skuId = await skus.skuIdOf(fromCatalogItemId ?? '', country);
    const asked = skuId === undefined ? undefined : directory?.overAssigned(tenantId, skuId);
    const users = asked && (await unlessRefused(asked));
    if (!users || !isKnown(users)) return undefined;
    return users.map(({ userName }) => ({ userName, reason: 'Other' }));
  }

  /** None while the subscription's history can't be found yet. */
  async #transitions(tenantId: string, subscriptionId: string): Promise<Transition[]> {
    try {
      const { items } = await this.#parts.client.get(transitionsRead(tenantId, subscriptionId));
      return items;
    } catch (error) {
      const isNotYet =
        error instanceof PartnerCenterRefusal && meaningOf(error.refusal)?.is === 'notYet';
      if (isNotYet) return [];
      throw error;
    }
  }

  /** @param orderBy as `performance.now` counts: who waits has given up later, and would not hear of it */
  async #order(request: PlaceRequest, orderBy: number): Promise<PlaceResult> {
    const { tenantId, subscriptionId, quantity, term, billing, clientRequestId } = request;
    const item = await this.#itemOf(request);
    const now = await this.#parts.clock.now(tenantId);
    if (performance.now() > orderBy) {
      throw new UpgraderaError('upstream.unavailable', 'too late to order');
    }
    const transition = await this.#parts.client.post(
      transitionCall(tenantId, subscriptionId),
      {
        toCatalogItemId: item,
        quantity,
        termDuration: term,
        billingCycle: billing,
        transitionType: withLicences,
        events: [],
      },
      clientRequestId,
    );
    const operationId = this.#idOf(request, transition, now.toString());
    return { outcome: 'accepted', operationId };
  }

  /** Its number changes, so that it is asked for just before. @throws PartnerCenterRefusal */
  async #itemOf({ tenantId, subscriptionId, targetSkuId }: PlaceRequest): Promise<string> {
    const { client, skus, customers } = this.#parts;
    const [answer, { country }] = await Promise.all([
      client.get(eligibilitiesRead(tenantId, subscriptionId)),
      customers.of(tenantId),
    ]);
    for (const item of eligibleItems(answer)) {
      if ((await skus.skuIdOf(item, country)) === targetSkuId.toLowerCase()) return item;
    }
    const [{ code } = { code: 'SubscriptionTargetOfferNotFound' }] = refusalsIn(answer);
    throw new PartnerCenterRefusal(400, `eligibilities ${code}`, code);
  }

  #idOf(
    { subscriptionId }: Pick<SentOrder, 'subscriptionId'>,
    transition: Transition,
    otherwise: string,
  ): string {
    const since = beginningOf(transition)?.toString() ?? otherwise;
    return operationIdOf({ subscriptionId, soldSku: soldSkuOf(transition.toCatalogItemId), since });
  }

  /** A no to a repeat says nothing of the call before, as long as that may still become visible. */
  async #mayHaveArrived({ tenantId, firstSentAt }: PlaceRequest, error: unknown): Promise<boolean> {
    if (firstSentAt === undefined) return false;
    if (!(error instanceof UpgraderaError) || error.retryable) return false;
    if (error.code === 'upstream.malformed') return false;
    const now = await this.#parts.clock.now(tenantId);
    const visible = Temporal.Instant.from(firstSentAt).add({ minutes: longestLag });
    return Temporal.Instant.compare(now, visible) < 0;
  }

  async #refused(request: PlaceRequest, error: unknown): Promise<PlaceResult> {
    if (!(error instanceof PartnerCenterRefusal)) throw error;
    const meaning = meaningOf(error.refusal);
    if (meaning?.is === 'notYet') throw new UpgraderaError('upstream.unavailable', error.detail);
    if (meaning?.is === 'underWay') {
      const { tenantId, confirmedAt, firstSentAt = confirmedAt } = request;
      const known = await this.find(tenantId, { ...request, firstSentAt });
      if (known !== undefined) return { outcome: 'accepted', operationId: known };
    }
    return { outcome: 'declined', code: error.refusal ?? error.code };
  }
}

/** Approvals of a tenant: asked for, looked at and decided. */
import { rightsOf } from '../access/rights.ts';
import { changeStored } from '../base/changeStored.ts';
import { isConflict, UpgraderaError } from '../base/errors.ts';
import type { ApprovalWhy } from '../checkout/approvalNeeded.ts';
import { type Confirmed, type ConfirmNeeds, confirm } from '../checkout/confirm.ts';
import type { Facts } from '../diagnosis/facts.ts';
import type { Quote } from '../model/quote.ts';
import type { Clock } from '../ports/clock.ts';
import { type QuoteDifference, quoteDifferences } from '../quote/difference.ts';
import { type Approval, type ApprovalRepository, isPending } from './approval.ts';
import { type Change, happen, isPossible, type Moment, seenBy } from './changes.ts';
import { type DecidersNeeds, decidersOf, mayDecide } from './deciders.ts';
import { type Actor, newApproval } from './newApproval.ts';

export interface ApprovalsNeeds extends DecidersNeeds {
  approvals: ApprovalRepository;
  confirming: ConfirmNeeds;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is something to be told or looked at. */
  wake(): void;
}

type FactsOf = (subscriptionId: string) => Promise<Facts>;

/** `notAsked`: it is decided, or being so. `unseen`: they were not shown it as it is now. */
export type Decided =
  | { outcome: 'notAsked' | 'notYours' | 'unseen' | 'returned' | 'withdrawn'; approval: Approval }
  | { outcome: Confirmed['outcome']; approval: Approval; differences?: QuoteDifference[] };

export class Approvals {
  readonly #needs: ApprovalsNeeds;

  constructor(needs: ApprovalsNeeds) {
    this.#needs = needs;
  }

  /** @returns the one that is open for the subscription, where there is one, and how many people are told of it */
  async ask(
    actor: Actor,
    quote: Quote,
    why: ApprovalWhy,
  ): Promise<{ approval: Approval; isNew: boolean; told: number }> {
    const { approvals, wake } = this.#needs;
    const moment = await this.#moment(actor);
    const fresh = newApproval(actor, quote, why, moment);
    const told = await decidersOf(this.#needs, fresh);
    const notices = told.map(({ conversation, userId }) => ({
      ...{ kind: 'asked', status: 'pending', conversation, userId },
    })) satisfies object[] as Approval['notices'];
    try {
      if (await approvals.insert({ ...fresh, notices })) {
        wake();
        return { approval: fresh, isNew: true, told: told.length };
      }
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const open = (await approvals.listByTenant(actor.tenantId)).find(
      (one) => isPending(one) && one.subscriptionId === quote.subscriptionId,
    );
    if (!open) throw new UpgraderaError('storage.conflict', fresh.id);
    return { approval: open, isNew: false, told: 0 };
  }

  /** Those that wait for this person to decide, and their own that wait for somebody; the oldest first. */
  async openFor(actor: Pick<Actor, 'tenantId' | 'userId'>): Promise<Approval[]> {
    const all = (await this.#needs.approvals.listByTenant(actor.tenantId)).filter(isPending);
    const theirs = await Promise.all(
      all.map(async (one) => isOwn(one, actor) || (await this.mayDecide(actor, one))),
    );
    return all.filter((_, index) => theirs[index]).toReversed();
  }

  /** @throws approval.unknown, also for one of another tenant, or that the person may not see */
  async see(actor: Pick<Actor, 'tenantId' | 'userId'>, id: string | undefined): Promise<Approval> {
    const found = id === undefined ? undefined : (await this.#needs.approvals.get(id))?.value;
    const { seeBilling } = await rightsOf(this.#needs, actor.tenantId, actor.userId);
    if (found?.tenantId !== actor.tenantId || seeBilling !== true) {
      throw new UpgraderaError('approval.unknown', id);
    }
    return found;
  }

  mayDecide(actor: Pick<Actor, 'tenantId' | 'userId'>, approval: Approval): Promise<boolean> {
    return mayDecide(this.#needs, actor, approval);
  }

  /** The offer as it would be ordered now, at today's price where the old one has run out; noted as shown. */
  async show(
    actor: Actor,
    id: string,
    factsOf: FactsOf,
  ): Promise<{ approval: Approval; quote: Quote; differences: QuoteDifference[] }> {
    const { approvals, confirming } = this.#needs;
    const approval = await this.see(actor, id);
    const before = await confirming.quoting.find(actor.tenantId, approval.quoteId);
    const isDecider = approval.state === 'asked' && (await this.mayDecide(actor, approval));
    if (!isDecider) return { approval, quote: before, differences: [] };
    const { now } = await this.#moment(actor);
    const hasRunOut = Temporal.Instant.compare(now, before.expiresAt) >= 0;
    const quote = hasRunOut
      ? await confirming.quoting.quote(actor.tenantId, await factsOf(before.subscriptionId), before)
      : before;
    const person = { userId: actor.userId, name: actor.userName };
    const after = await changeStored(approvals, id, (one) =>
      one.state === 'asked' && one.quoteId === before.id ? seenBy(one, person, now, quote.id) : one,
    );
    return { approval: after ?? approval, quote, differences: quoteDifferences(before, quote) };
  }

  /**
   * Orders what this person was shown, in their name, once: whoever comes second is told that it is decided.
   * @throws approval.unknown, storage.conflict, and what gathering facts throws
   */
  async approve(actor: Actor, id: string | undefined, factsOf: FactsOf): Promise<Decided> {
    const { confirming } = this.#needs;
    const read = await this.see(actor, id);
    if (read.state !== 'asked') return { outcome: 'notAsked', approval: read };
    if (!(await this.mayDecide(actor, read))) return { outcome: 'notYours', approval: read };
    const isSeen = read.seen.some(
      ({ userId, quoteId }) => userId === actor.userId && quoteId === read.quoteId,
    );
    if (!isSeen) return { outcome: 'unseen', approval: read };
    const quote = await confirming.quoting.find(actor.tenantId, read.quoteId);
    const begun = await this.#change(actor, read, 'approve', { quoteId: read.quoteId });
    if (!begun.isDone) return { outcome: 'notAsked', approval: begun.approval };
    let confirmed: Confirmed;
    try {
      confirmed = await confirm(confirming, quote, actor, factsOf, read.askedBy);
    } catch (error) {
      await this.#change(actor, read, 'goBack');
      throw error;
    }
    const settled = await this.#settle(actor, read, confirmed);
    const { outcome } = confirmed;
    return outcome === 'requoted'
      ? { outcome, approval: settled, differences: confirmed.differences }
      : { outcome, approval: settled };
  }

  /** @param note to who has asked. @throws approval.unknown */
  async return(actor: Actor, id: string | undefined, note: string): Promise<Decided> {
    const read = await this.see(actor, id);
    if (!(await this.mayDecide(actor, read))) return { outcome: 'notYours', approval: read };
    const { approval, isDone } = await this.#change(actor, read, 'return', { note });
    return { outcome: isDone ? 'returned' : 'notAsked', approval };
  }

  /** By who has asked. @throws approval.unknown */
  async withdraw(actor: Actor, id: string | undefined): Promise<Decided> {
    const read = (await this.#needs.approvals.get(id ?? ''))?.value;
    if (read?.tenantId !== actor.tenantId) throw new UpgraderaError('approval.unknown', id);
    if (!isOwn(read, actor)) return { outcome: 'notYours', approval: read };
    const { approval, isDone } = await this.#change(actor, read, 'withdraw');
    return { outcome: isDone ? 'withdrawn' : 'notAsked', approval };
  }

  async #settle(actor: Actor, read: Approval, confirmed: Confirmed): Promise<Approval> {
    const settle = async (event: Parameters<typeof happen>[1], change: Change = {}) =>
      (await this.#change(actor, read, event, change)).approval;
    if (confirmed.outcome === 'ordered') return settle('order', { orderId: confirmed.order.id });
    if (confirmed.outcome === 'alreadyOpen') {
      return settle('overtake', { orderId: confirmed.order.id });
    }
    if (confirmed.outcome === 'requoted') return settle('goBack', { quoteId: confirmed.quote.id });
    return settle('goBack');
  }

  async #change(
    actor: Actor,
    { id }: Approval,
    event: Parameters<typeof happen>[1],
    change: Change = {},
  ): Promise<{ approval: Approval; isDone: boolean }> {
    const moment = await this.#moment(actor);
    let isDone = false;
    const approval = await changeStored(this.#needs.approvals, id, (one) => {
      isDone = isPossible(one, event);
      return happen(one, event, moment, change);
    });
    if (!approval) throw new UpgraderaError('approval.unknown', id);
    this.#needs.wake();
    return { approval, isDone };
  }

  async #moment({ tenantId, userId, userName }: Actor): Promise<Moment> {
    const now = (await this.#needs.clock.now(tenantId)).toString();
    const realNow = this.#needs.now().toString();
    return { by: { userId, name: userName }, now, realNow };
  }
}

function isOwn({ askedBy }: Approval, { userId }: Pick<Actor, 'userId'>): boolean {
  return askedBy.userId === userId;
}

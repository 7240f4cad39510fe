/** Cases of customers: opened, looked at, withdrawn and opened again by them. */
import { rightsOf } from '../access/rights.ts';
import { changeStored } from '../base/changeStored.ts';
import { isConflict, UpgraderaError } from '../base/errors.ts';
import type { Subject } from '../model/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Seller } from '../ports/seller.ts';
import type { CaseBoard } from './board.ts';
import { type CaseRepository, isOver, type SupportCase } from './case.ts';
import { type CaseMoment, happen, isPossible } from './changes.ts';
import { type DeskPlaces, deskFor } from './deskPlaces.ts';
import { type CaseWish, newCase, type Opener } from './newCase.ts';
import type { AskAnswer } from './parts/push.ts';
import type { CaseLook } from './parts/snapshot.ts';
import { withAnswer } from './pushing.ts';
import { aboutKey } from './waitingCase.ts';

export interface CasesNeeds {
  cases: CaseRepository;
  board: Pick<CaseBoard, 'put'>;
  deskPlaces: Pick<DeskPlaces, 'all'>;
  seller: Pick<Seller, 'billingAccount'>;
  directory: Pick<Directory, 'roles'>;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is something to be told or looked at. */
  wake(): void;
}

type Person = Pick<Opener, 'tenantId' | 'userId'>;

/** What a customer may do with a case. */
export type CustomerEvent = 'withdraw' | 'reopen';

export class Cases {
  readonly #needs: CasesNeeds;

  constructor(needs: CasesNeeds) {
    this.#needs = needs;
  }

  /** @returns the one that is open already about the same thing, where there is one, and whether it is new */
  async open(opener: Opener, wish: CaseWish): Promise<{ found: SupportCase; isNew: boolean }> {
    const { cases, board } = this.#needs;
    const fresh = newCase(opener, wish, await this.#moment(opener.tenantId));
    try {
      if (await cases.insert(fresh)) {
        await board.put(fresh);
        this.#needs.wake();
        return { found: fresh, isNew: true };
      }
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const open = (await cases.listByTenant(opener.tenantId)).find(
      (one) => !isOver(one) && aboutKey(one) === aboutKey(fresh),
    );
    if (!open) throw new UpgraderaError('storage.conflict', fresh.id);
    return { found: open, isNew: false };
  }

  /** Newest first: one's own, and those of others for who sees billing. */
  async of(person: Person): Promise<SupportCase[]> {
    const all = await this.#needs.cases.listByTenant(person.tenantId);
    const own = (one: SupportCase): boolean => one.userId === person.userId;
    return all.every(own) || (await this.#seesAll(person)) ? all : all.filter(own);
  }

  /** @throws case.unknown, also for one of another tenant, or that the person may not see */
  async see(person: Person, id: string | undefined): Promise<{ found: SupportCase; now: string }> {
    const { cases, clock } = this.#needs;
    const found = id === undefined ? undefined : (await cases.get(id))?.value;
    const isSeen =
      found?.tenantId === person.tenantId &&
      (found.userId === person.userId || (await this.#seesAll(person)));
    if (!found || !isSeen) throw new UpgraderaError('case.unknown', id);
    return { found, now: (await clock.now(person.tenantId)).toString() };
  }

  /** @returns the case as it is then, and whether that was still possible. @throws case.unknown */
  async happen(
    person: Person,
    id: string | undefined,
    event: CustomerEvent,
  ): Promise<{ found: SupportCase; now: string; isDone: boolean }> {
    const { found, now } = await this.see(person, id);
    const moment = { by: person.userId, ...(await this.#moment(person.tenantId)), now };
    let isDone = false;
    const after = await changeStored(this.#needs.cases, found.id, (one) => {
      isDone = isPossible(one, event, now);
      return happen(one, event, moment);
    });
    if (after) await this.#needs.board.put(after);
    this.#needs.wake();
    return { found: after ?? found, now, isDone };
  }

  /**
   * What an agent has asked to be shown is shown, or not. @returns whether that was still to be decided
   * @throws case.unknown
   */
  async answer(
    person: Person,
    { caseId, messageId }: Subject,
    answer: AskAnswer,
    look?: Omit<CaseLook, 'at' | 'by'>,
  ): Promise<boolean> {
    const { found, now } = await this.see(person, caseId);
    const moment = { by: person.userId, ...(await this.#moment(person.tenantId)), now };
    const seen = look ? { look: { ...look, by: 'customer' as const, at: now } } : {};
    let isDone = false;
    const after = await changeStored(this.#needs.cases, found.id, (one) => {
      const answered = withAnswer(one, messageId, { answer, ...seen }, moment);
      isDone = answered !== one;
      return answered;
    });
    if (after) await this.#needs.board.put(after);
    this.#needs.wake();
    return isDone;
  }

  async #moment(tenantId: string): Promise<Omit<CaseMoment, 'by'>> {
    const { clock, deskPlaces } = this.#needs;
    const [now, desk] = await Promise.all([clock.now(tenantId), deskFor(deskPlaces, tenantId)]);
    return { now: now.toString(), realNow: this.#needs.now().toString(), desk };
  }

  async #seesAll({ tenantId, userId }: Person): Promise<boolean> {
    return (await rightsOf(this.#needs, tenantId, userId)).seeBilling === true;
  }
}

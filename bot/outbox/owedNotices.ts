/** What the documents of one kind owe, one notice after the other, and how that is settled. */
import { isDeepStrictEqual } from 'node:util';
import type { CardId } from '../../cards/cards.ts';
import type { Card, CardContext } from '../../cards/kit/card.ts';
import { changeStored } from '../../commerce/base/changeStored.ts';
import {
  isOwed,
  isSameState,
  type NoticeState,
  type ShownCard,
} from '../../commerce/model/notice.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { WaitingRepository } from '../../commerce/ports/repositories.ts';
import type { WaitingKind } from '../../commerce/ports/waitingKind.ts';
import type { Grant } from '../../storage/repositories/conversation.ts';
import type { NoticeSource } from './notices/noticeSource.ts';

export interface OwedNotice {
  tenantId: string;
  /** Whom it is meant for first. */
  userId: string;
  /** As it was read. */
  state: NoticeState;
  /** Nobody wants to hear it there. */
  muted: boolean;
  /** It is for nobody elsewhere. */
  staysThere: boolean;
  /** What its buttons are about. */
  subject: Subject;
  /** What it is shown as. */
  card: CardId;
  /** It is shown again rather than not at all. */
  repeats: boolean;
  draw(context: CardContext): Promise<Card>;
  /** It has come, as this message. */
  follow(card: Omit<ShownCard, 'revision'>): Promise<void>;
  /** @returns false, and writes nothing, when the notice is not in the state `from` any more */
  change(from: NoticeState, to: NoticeState): Promise<boolean>;
}

/** Whether a row of the conversation stands for the buttons of this notice: no second one is made. */
export function isBehind({ card, subject }: OwedNotice, grant: Grant): boolean {
  return grant.card === card && isDeepStrictEqual(grant.subject, subject);
}

export class OwedNotices<T, N extends NoticeState> {
  readonly #kind: WaitingKind<T, N>;
  readonly #documents: WaitingRepository<T>;
  readonly #source: NoticeSource<T, N>;

  constructor(
    kind: WaitingKind<T, N>,
    documents: WaitingRepository<T>,
    source: NoticeSource<T, N>,
  ) {
    this.#kind = kind;
    this.#documents = documents;
    this.#source = source;
  }

  /** The first notice that a row owes; what it owes besides is done on the way. */
  async next(id: string): Promise<OwedNotice | undefined> {
    const note = await this.#source.bringUpToDate?.(id);
    const document = (await this.#documents.get(id))?.value;
    if (!document) return undefined;
    const notices = this.#kind.notices(document);
    const place = notices.findIndex(({ state }) => isOwed(state));
    const notice = notices[place];
    if (!notice) {
      if (note) await changeStored(this.#documents, id, note);
      return undefined;
    }
    const { state, userId, muted, staysThere = false } = notice;
    const shown = this.#source.shownAs?.(document, state);
    return {
      tenantId: this.#kind.row(document).tenantId,
      userId,
      state,
      muted,
      staysThere,
      subject: this.#source.subject(document, state),
      card: shown?.card ?? 'notice',
      repeats: shown?.repeats ?? false,
      draw: (context) => this.#source.draw(document, state, context),
      follow: async (card) => this.#source.follow?.(document, state, card),
      change: (from, to) => this.#changeNotice(id, place, { from, to }, note),
    };
  }

  /** What is to be noted is written along, so that it needs no write of its own. */
  async #changeNotice(
    id: string,
    place: number,
    { from, to }: { from: NoticeState; to: NoticeState },
    note: (document: T) => T = (document) => document,
  ): Promise<boolean> {
    let changed = false;
    await changeStored(this.#documents, id, (document) => {
      const current = this.#kind.notices(document)[place]?.state;
      changed = current !== undefined && isSameState(current, from);
      return changed ? note(this.#kind.withNotice(document, place, to)) : document;
    });
    return changed;
  }
}

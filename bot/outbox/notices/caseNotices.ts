/** The notices of a case to its customer, and its cards in the desk's conversation. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { caseNoticeCard } from '../../../cards/orders/caseNoticeCard.ts';
import { agentNoticeCard } from '../../../cards/support/agentNoticeCard.ts';
import { caseCard } from '../../../cards/support/caseCard.ts';
import { changeStored } from '../../../commerce/base/changeStored.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { ShownCard } from '../../../commerce/model/notice.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import type { Clock } from '../../../commerce/ports/clock.ts';
import type { CaseBoard } from '../../../commerce/support/board.ts';
import {
  type CaseNotice,
  type CaseRepository,
  examinedIn,
  type SupportCase,
} from '../../../commerce/support/case.ts';
import type { CaseMessage } from '../../../commerce/support/parts/messages.ts';
import { withRevisionShown, withShown } from '../../../commerce/support/talk.ts';
import { caseView } from '../../../dialogs/support/deskViews.ts';
import type { LiveCases } from '../shown/liveCases.ts';
import { cardsNoting, ShownCards, type ShownCardsParts } from '../shown/shownCards.ts';
import { ShownMessages } from '../shown/shownMessages.ts';
import type { NoticeSource, ShownAs } from './noticeSource.ts';
import { cardOfPush, messageAsCard, type PushedNeeds } from './pushedCards.ts';

export interface CaseNoticesNeeds extends PushedNeeds {
  clock: Clock;
  cases: CaseRepository;
  board: CaseBoard;
  liveCases: Pick<LiveCases, 'catchUp'>;
}

/** Older cards of the same case in the desk's conversation are left as they are. */
const cardsFollowed = 4;

export class CaseNotices implements NoticeSource<SupportCase, CaseNotice> {
  readonly #needs: CaseNoticesNeeds;
  readonly #cards: ShownCards;
  readonly #messages: ShownMessages;

  constructor(needs: CaseNoticesNeeds, showing: ShownCardsParts) {
    this.#needs = needs;
    this.#messages = new ShownMessages(needs.cases, showing);
    this.#cards = new ShownCards(showing, async (id) => {
      const found = (await needs.cases.get(id))?.value;
      if (!found) return undefined;
      const { tenantId, revision, cards } = found;
      const draw = await this.#drawing(found);
      return { id, tenantId, revision, cards, draw };
    });
  }

  subject(found: SupportCase, notice: CaseNotice): Subject {
    const { id, about } = found;
    const subject = { ...about, caseId: id };
    const message = messageOf(found, notice);
    if (!message?.push) return subject;
    const subscriptionId = examinedIn(found);
    const examined = subscriptionId === undefined ? {} : { subscriptionId };
    return { ...subject, ...examined, messageId: message.id };
  }

  async draw(found: SupportCase, notice: CaseNotice, context: CardContext): Promise<Card> {
    const { id: reference } = found;
    const message = messageOf(found, notice);
    const { kind } = notice;
    switch (kind) {
      case 'card':
        return (await this.#drawing(found))(context);
      case 'message':
        if (message) return messageAsCard(this.#needs, found, message, context);
        throw new UpgraderaError('storage.damaged', reference);
      case 'unsure':
      case 'talkOver':
      case 'shown':
      case 'kept': {
        const text = message ? { text: message.text } : {};
        return agentNoticeCard({ kind, reference, ...text }, context);
      }
      default:
        return caseNoticeCard({ kind, found }, context);
    }
  }

  /** The case's own card shows what holds, however often; what an agent sends comes once. */
  shownAs(found: SupportCase, notice: CaseNotice): ShownAs | undefined {
    if (notice.kind === 'card') return { card: 'case', repeats: true };
    const push = notice.kind === 'message' && messageOf(found, notice)?.push;
    return push ? { card: cardOfPush[push.is], repeats: false } : undefined;
  }

  async follow(
    { id, revision, messages }: SupportCase,
    { kind, message }: CaseNotice,
    card: Omit<ShownCard, 'revision'>,
  ): Promise<void> {
    const { cases } = this.#needs;
    if (kind === 'card') {
      await changeStored(cases, id, (one) => ({
        ...one,
        cards: [...one.cards, { ...card, revision }].slice(-cardsFollowed),
      }));
    }
    const drawn = kind === 'message' && messages.find((one) => one.id === message);
    if (!drawn) return;
    const shown = { activityId: card.activityId, revision: drawn.revision };
    await changeStored(cases, id, (one) => withShown(one, drawn.id, shown));
  }

  async bringUpToDate(id: string): Promise<((one: SupportCase) => SupportCase) | undefined> {
    const found = (await this.#needs.cases.get(id))?.value;
    if (!found) return undefined;
    const { revision } = found;
    if (found.onBoard < revision) await this.#needs.board.put(found);
    const shown = await this.#cards.bringUpToDate(id);
    const changed = await this.#messages.bringUpToDate(id);
    const live = await this.#needs.liveCases.catchUp(found);
    if (!live && shown.length + changed.length === 0 && found.onBoard >= revision) return undefined;
    return (one) => {
      const noted = {
        ...one,
        cards: cardsNoting(one.cards, shown),
        onBoard: Math.max(one.onBoard, revision),
      };
      return changed.reduce(withRevisionShown, live ? live(noted) : noted);
    };
  }

  async #drawing(found: SupportCase): Promise<(context: CardContext) => Card> {
    const { clock, catalog } = this.#needs;
    const now = (await clock.now(found.tenantId)).toString();
    return (context) => caseCard(caseView(catalog, context.l, found, now), context);
  }
}

function messageOf({ messages }: SupportCase, { message }: CaseNotice): CaseMessage | undefined {
  return messages.find(({ id }) => id === message);
}

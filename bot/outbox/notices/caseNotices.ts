/** The notices of a case to its customer, and its cards in the desk's conversation. */
import type { CardId } from '../../../cards/cards.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { caseNoticeCard } from '../../../cards/orders/caseNoticeCard.ts';
import { suggestionCard } from '../../../cards/orders/suggestionCard.ts';
import { agentNoticeCard } from '../../../cards/support/agentNoticeCard.ts';
import { caseCard } from '../../../cards/support/caseCard.ts';
import { messageCard } from '../../../cards/support/messageCard.ts';
import { changeStored } from '../../../commerce/base/changeStored.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { ShownCard } from '../../../commerce/model/notice.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import type { Clock } from '../../../commerce/ports/clock.ts';
import type { CaseBoard } from '../../../commerce/support/board.ts';
import type { CaseNotice, CaseRepository, SupportCase } from '../../../commerce/support/case.ts';
import { withRevisionShown, withShown } from '../../../commerce/support/talk.ts';
import { caseView } from '../../../dialogs/support/deskViews.ts';
import { cardsNoting, ShownCards, type ShownCardsParts } from '../shownCards.ts';
import { ShownMessages } from '../shownMessages.ts';
import type { NoticeSource } from './noticeSource.ts';

export interface CaseNoticesNeeds {
  catalog: Pick<Catalog, 'find'>;
  clock: Clock;
  cases: CaseRepository;
  board: CaseBoard;
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

  subject({ id, about }: SupportCase): Subject {
    return { ...about, caseId: id };
  }

  async draw(found: SupportCase, notice: CaseNotice, context: CardContext): Promise<Card> {
    const { id: reference, messages } = found;
    const message = messages.find(({ id }) => id === notice.message);
    const { kind } = notice;
    switch (kind) {
      case 'card':
        return (await this.#drawing(found))(context);
      case 'message':
        if (message?.suggests) return suggestionCard({ message, reference }, context);
        if (message) return messageCard({ message, reference }, context);
        throw new UpgraderaError('storage.damaged', reference);
      case 'unsure':
      case 'talkOver': {
        const text = message ? { text: message.text } : {};
        return agentNoticeCard({ kind, reference, ...text }, context);
      }
      default:
        return caseNoticeCard({ kind, found }, context);
    }
  }

  /** It shows what holds, however often. */
  shownAgain({ kind }: CaseNotice): CardId | undefined {
    return kind === 'card' ? 'case' : undefined;
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
    if (shown.length + changed.length === 0 && found.onBoard >= revision) return undefined;
    return (one) => {
      const noted = {
        ...one,
        cards: cardsNoting(one.cards, shown),
        onBoard: Math.max(one.onBoard, revision),
      };
      return changed.reduce(withRevisionShown, noted);
    };
  }

  async #drawing(found: SupportCase): Promise<(context: CardContext) => Card> {
    const { clock, catalog } = this.#needs;
    const now = (await clock.now(found.tenantId)).toString();
    return (context) => caseCard(caseView(catalog, context.l, found, now, false), context);
  }
}

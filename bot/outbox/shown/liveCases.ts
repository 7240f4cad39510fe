/** The file of a case where an agent looks at it: replaced in place as the customer goes on. */
import { caseCard } from '../../../cards/support/caseCard.ts';
import type { Agents } from '../../../commerce/access/agents.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Clock } from '../../../commerce/ports/clock.ts';
import type { CaseRepository, SupportCase } from '../../../commerce/support/case.ts';
import { liveViews } from '../../../commerce/support/liveView.ts';
import { caseView } from '../../../dialogs/support/deskViews.ts';
import { stepIn } from '../../turn/lines.ts';
import { cardsNoting, ShownCards, type ShownCardsParts } from './shownCards.ts';

export interface LiveCasesNeeds {
  cases: CaseRepository;
  catalog: Pick<Catalog, 'find'>;
  clock: Clock;
  agents: Pick<Agents, 'serves'>;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class LiveCases extends ShownCards {
  readonly #needs: LiveCasesNeeds;

  constructor(needs: LiveCasesNeeds, parts: ShownCardsParts) {
    super(parts, async (id) => {
      const found = (await needs.cases.get(id))?.value;
      const cards = found ? liveViews(found, needs.now(), needs.agents.serves) : [];
      if (!found || cards.length === 0) return undefined;
      const { tenantId, revision, conversation, userId } = found;
      const now = (await needs.clock.now(tenantId)).toString();
      const stored = await parts.conversations.load(conversation);
      const whole = { step: stored && stepIn(stored.value, userId) };
      const draw = (context: Parameters<typeof caseCard>[1]) =>
        caseCard(caseView(needs.catalog, context.l, found, now, whole), context);
      return { id, tenantId, revision, cards, draw };
    });
    this.#needs = needs;
  }

  /** Those that have been followed for long enough are let go. @returns how the case takes note of it */
  async catchUp(found: SupportCase): Promise<((one: SupportCase) => SupportCase) | undefined> {
    if (found.live.every(({ revision }) => revision >= found.revision)) return undefined;
    const shown = await this.bringUpToDate(found.id);
    const { now, agents } = this.#needs;
    return (one) => {
      const noted = cardsNoting(liveViews(one, now(), agents.serves), shown);
      return { ...one, live: noted };
    };
  }
}

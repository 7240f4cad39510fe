/** Says a sentence in a conversation of its own, and looks at what came of it. */
import type { Order } from '../../../commerce/model/order.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import { TurnDesk } from '../../support/bot/turnDesk.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import type { ExamItem } from './examItem.ts';

export interface Seen {
  /** The step that waits. */
  step: string | undefined;
  targetSkuId: string | undefined;
  memory: Record<string, unknown>;
  /** Of the review that waits. */
  quote: Quote | undefined;
  texts: string[];
  cards: string[];
  orders: Order[];
}

const ways: Record<ExamItem['at'], readonly string[]> = {
  fresh: [],
  plans: ['upgrade'],
  configure: ['upgrade', 'Microsoft 365 Business Premium'],
  review: ['upgrade', 'Microsoft 365 Business Premium', '30', 'yearly, paid monthly'],
};

export class Sitting {
  readonly #desk: TurnDesk;

  private constructor(desk: TurnDesk) {
    this.#desk = desk;
  }

  static async open(): Promise<Sitting> {
    return new Sitting(await TurnDesk.open());
  }

  close(): Promise<void> {
    return this.#desk.close();
  }

  async hear({ at, text }: ExamItem, locale: string): Promise<Seen> {
    const teams = await FakeTeams.start({ botUrl: this.#desk.server.url, locale });
    try {
      for (const line of ways[at]) await teams.say(line);
      const before = { texts: teams.texts.length, cards: teams.cards.length };
      await teams.say(text);
      const step = await this.#stepOf(teams);
      const { subject = {}, memory = {} } = step?.state ?? {};
      const { quoteId, targetSkuId } = subject;
      return {
        step: step?.id,
        targetSkuId,
        memory,
        quote: quoteId ? await this.#desk.storage.quotes.get(quoteId) : undefined,
        texts: teams.texts.slice(before.texts),
        cards: teams.cards.slice(before.cards).map(({ id }) => id),
        orders: await this.#desk.storage.orders.listByTenant(teams.tenantId ?? ''),
      };
    } finally {
      await teams.stop();
    }
  }

  async #stepOf(teams: FakeTeams): Promise<Waiting | undefined> {
    const key = `${teams.tenantId}/msteams/${teams.conversationId}`;
    const stored = await this.#desk.storage.conversations.load(key);
    let stack = (stored?.value.stacks[0]?.state as Stack | undefined)?.dialogStack;
    let deepest: Waiting | undefined;
    while (stack?.length) {
      deepest = stack.at(-1);
      stack = deepest?.state.dialogs?.dialogStack;
    }
    return deepest;
  }
}

interface Stack {
  dialogStack: Waiting[];
}

interface Waiting {
  id: string;
  state: {
    dialogs?: Stack;
    subject?: { quoteId?: string; targetSkuId?: string };
    memory?: Record<string, unknown>;
  };
}

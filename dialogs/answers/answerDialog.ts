/** Help or the way to support: an answer of our own. */
import { type AnswerView, answerCard } from '../../cards/answers/answerCard.ts';
import { diagnose } from '../../commerce/diagnosis/diagnose.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';
import type { Turn } from '../step/turn.ts';

export interface AnswerNeeds {
  orders: Pick<OrderRepository, 'get'>;
  factsOf: FactsOfTurn;
}

export class AnswerDialog extends OneTurnDialog<AnswerNeeds> {
  readonly #answer: AnswerView['id'];

  constructor(id: AnswerView['id'], needs: AnswerNeeds) {
    super(id, needs);
    this.#answer = id;
  }

  protected override async run({ turn, subject, memory }: Begun): Promise<undefined> {
    const references = this.#answer === 'support' ? await this.#references(turn, subject) : [];
    const view = { id: this.#answer, back: memory.back === true, references };
    await turn.show('answer', { subject, forAll: true }, (context) => answerCard(view, context));
  }

  /** What support asks for: the order, or the reasons that stand in the way. */
  async #references(turn: Turn, { orderId, subscriptionId }: Subject): Promise<string[]> {
    if (orderId) {
      const stored = await this.needs.orders.get(orderId);
      const { failureCode, operationId } = stored?.value ?? {};
      return [orderId, failureCode, operationId].filter((value) => value !== undefined);
    }
    if (!subscriptionId) return [];
    const facts = await this.needs.factsOf(turn, subscriptionId);
    return [...diagnose(facts).map((reason) => reason.code), subscriptionId];
  }
}

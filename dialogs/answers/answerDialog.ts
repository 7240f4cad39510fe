/** Help or the way to support: an answer of our own. */
import { type AnswerView, answerCard } from '../../cards/answers/answerCard.ts';
import type { Agents } from '../../commerce/access/agents.ts';
import { diagnose } from '../../commerce/diagnosis/diagnose.ts';
import { caseAnswerHours } from '../../commerce/model/policyValues.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import { afterDeskHours, deskHours } from '../../commerce/support/supportTime.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { knownNow } from '../step/knownNow.ts';
import { type Begun, OneTurnDialog } from '../step/oneTurnDialog.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../step/tenantTime.ts';
import type { Turn } from '../step/turn.ts';

export interface AnswerNeeds extends TenantTimeNeeds {
  agents: Agents;
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
    const isSupport = this.#answer === 'support';
    const references = isSupport ? await this.#references(turn, subject) : [];
    const desk = isSupport ? await this.#desk(turn) : undefined;
    const view = { id: this.#answer, back: memory.back === true, references, desk };
    await turn.show('answer', { subject, forAll: true }, (context) => answerCard(view, context));
  }

  /** Microsoft's own ways are told in any case, also when it does not answer. */
  async #desk({ tenantId }: Turn): Promise<AnswerView['desk']> {
    if (!this.needs.agents.areThere) return undefined;
    const time = await knownNow(tenantTimeOf(this.needs, tenantId, undefined));
    if (!time) return undefined;
    const { now, timeZone } = time;
    return { hours: deskHours(now), answerBy: afterDeskHours(now, caseAnswerHours), timeZone };
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

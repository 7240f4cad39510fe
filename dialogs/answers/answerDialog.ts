/** Help, the manual path, the way to support, what was asked: an answer that leaves the step below as it was. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { type AnswerView, answerCard, type Told } from '../../cards/answers/answerCard.ts';
import { diagnose } from '../../commerce/diagnosis/diagnose.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import { factsOfTurn } from '../step/factsOfTurn.ts';
import type { Services } from '../step/services.ts';
import { type Turn, turnOf } from '../step/turn.ts';

export type AnswerOptions = {
  /** Whether a step waits below. */
  back: boolean;
  /** What is being talked about. */
  subject: Subject;
} & ({ id: AnswerView['id'] } | { told: Told });

export class AnswerDialog extends Dialog<AnswerOptions> {
  readonly #services: Services;

  constructor(services: Services) {
    super('answer');
    this.#services = services;
  }

  override async beginDialog(
    dc: DialogContext,
    options?: AnswerOptions,
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { back, subject, ...asked } = options ?? { id: 'help', back: false, subject: {} };
    const view =
      'told' in asked
        ? { ...asked.told, back }
        : { ...asked, back, references: await this.#references(turn, asked.id, subject) };
    await turn.show('answer', { subject, forAll: true }, (context) => answerCard(view, context));
    return dc.endDialog();
  }

  /** What support asks for: the order, or the reasons that stand in the way. */
  async #references(
    turn: Turn,
    id: AnswerView['id'],
    { orderId, subscriptionId }: Subject,
  ): Promise<string[]> {
    if (id !== 'support') return [];
    if (orderId) {
      const stored = await this.#services.orders.get(orderId);
      const { failureCode, operationId } = stored?.value ?? {};
      return [orderId, failureCode, operationId].filter((value) => value !== undefined);
    }
    if (!subscriptionId) return [];
    const facts = await factsOfTurn(this.#services, turn, subscriptionId);
    return [...diagnose(facts).map((reason) => reason.code), subscriptionId];
  }
}

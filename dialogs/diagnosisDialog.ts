/** What stands in the way? All reasons at once, looked at again as often as asked. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardContext } from '../cards/card.ts';
import { diagnosisCard } from '../cards/diagnosisCard.ts';
import { diagnose } from '../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../commerce/diagnosis/facts.ts';
import type { Reason, ReasonCode } from '../commerce/reason.ts';
import { factsOfTurn } from './factsOfTurn.ts';
import { match } from './phrases.ts';
import { planName } from './products.ts';
import { type Place, type Step, StepDialog } from './stepDialog.ts';
import { tenantTime } from './tenantTime.ts';

export class DiagnosisDialog extends StepDialog {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { facts, reasons } = await this.#look(step);
    if (reasons.length > 0) return super.enter(step);
    const plan = planName(this.services, facts.subscription.skuId, step.turn.l);
    await step.turn.say('dialogs.diagnosis.clear', { plan });
    return step.go('plans', step.draft, { said: step.memory.said });
  }

  protected override async present(step: Place): Promise<void> {
    const { facts, reasons } = await this.#look(step);
    step.memory.codes = reasons.map(({ code }) => code);
    await step.turn.show(
      'diagnosis',
      { subject: { subscriptionId: step.draft.subscriptionId } },
      this.#drawing(step, facts, reasons),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    if (
      turn.intent.verb !== 'diagnosis.recheck' &&
      match(turn.intent.text, 'recheck') === undefined
    ) {
      await turn.say('dialogs.diagnosis.hint');
      return step.stay();
    }
    const { facts, reasons } = await this.#look(step);
    const before = Array.isArray(memory.codes) ? (memory.codes as ReasonCode[]) : [];
    const now = reasons.map(({ code }) => code);
    memory.codes = now;
    if (reasons.length === 0) {
      await turn.close(['diagnosis'], turn.l.t('dialogs.diagnosis.solved'));
      return this.enter(step);
    }
    const changes = {
      gone: before.filter((code) => !now.includes(code)),
      added: now.filter((code) => !before.includes(code)),
    };
    const draw = this.#drawing(step, facts, reasons, changes);
    if (turn.intent.verb) await turn.redraw(draw);
    else await turn.show('diagnosis', { subject: step.draft }, draw);
    return step.stay();
  }

  async #look({ turn, draft }: Place): Promise<{ facts: Facts; reasons: Reason[] }> {
    const facts = await factsOfTurn(this.services, turn, draft.subscriptionId);
    return { facts, reasons: diagnose(facts) };
  }

  #drawing(
    { turn }: Place,
    facts: Facts,
    reasons: Reason[],
    changes?: { gone: ReasonCode[]; added: ReasonCode[] },
  ) {
    const { now, timeZone } = tenantTime(facts.now, facts.account);
    const view = {
      planName: planName(this.services, facts.subscription.skuId, turn.l),
      reasons,
      asOf: now,
      timeZone,
      ...(changes ? { changes } : {}),
    };
    return (context: CardContext) => diagnosisCard(view, context);
  }
}

/** What stands in the way? All reasons at once, looked at again as often as asked. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Verb } from '../../cards/cards.ts';
import type { CardContext } from '../../cards/kit/card.ts';
import { writeOut } from '../../cards/kit/wording.ts';
import { diagnosisCard } from '../../cards/upgrade/diagnosisCard.ts';
import { diagnose } from '../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Reason, ReasonCode } from '../../commerce/diagnosis/reason.ts';
import { namedUsers } from '../../commerce/diagnosis/rules/licences/licenseConflict.ts';
import { userListOf } from '../../commerce/diagnosis/userList.ts';
import { warnings } from '../../commerce/diagnosis/warnings.ts';
import { watchDays } from '../../commerce/model/policyValues.ts';
import { watchReasons } from '../../commerce/watch/startWatch.ts';
import { match } from '../../understanding/phrases.ts';
import { factsOfTurn } from '../step/factsOfTurn.ts';
import { type Place, type Step, StepDialog } from '../step/stepDialog.ts';
import { tenantTime } from '../step/tenantTime.ts';
import type { Turn } from '../step/turn.ts';
import { planName } from './products.ts';

export class DiagnosisDialog extends StepDialog {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { facts, reasons } = await this.#look(step);
    if (reasons.length > 0) return super.enter(step);
    const plan = planName(this.services, facts.subscription.skuId, step.turn.l);
    await step.turn.say('dialogs.diagnosis.clear', { plan });
    for (const { code, values } of warnings(facts)) {
      await step.turn.say(`reasons.warnings.${code}`, writeOut(values, step.turn.l));
    }
    return step.go('plans', step.subject, { said: step.memory.said });
  }

  protected override async present(step: Place): Promise<void> {
    const { facts, reasons } = await this.#look(step);
    step.memory.codes = reasons.map(({ code }) => code);
    await step.turn.show(
      'diagnosis',
      { subject: { subscriptionId: step.subject.subscriptionId } },
      this.#drawing(step, facts, reasons),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn, memory } = step;
    const means = meantBy(turn.intent);
    if (means === 'diagnosis.watch') return this.#watch(step);
    const before = Array.isArray(memory.codes) ? (memory.codes as ReasonCode[]) : [];
    const listed = turn.intent.verb !== undefined || before.includes('LICENSE_CONFLICT');
    if (means === 'diagnosis.list') {
      if (listed) return this.#list(step);
      await turn.say('dialogs.diagnosis.hint');
      return step.stay();
    }
    if (means !== 'diagnosis.recheck') {
      return this.hint(step, 'dialogs.diagnosis.hint');
    }
    const { facts, reasons } = await this.#look(step);
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
    else await turn.show('diagnosis', { subject: step.subject }, draw);
    return step.stay();
  }

  /** Once a subscription and conversation: asking again says that it is done already. */
  async #watch(step: Step): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const { watches } = this.services;
    const known = (await watches.listByTenant(turn.tenantId)).some(
      ({ state, kind, conversation, subscriptionId }) =>
        state === 'open' &&
        kind === 'reasons' &&
        conversation === turn.conversation &&
        subscriptionId === subject.subscriptionId,
    );
    if (!known) {
      const { facts, reasons } = await this.#look(step);
      const wish = {
        tenantId: turn.tenantId,
        conversation: turn.conversation,
        userId: turn.userId,
        subscriptionId: facts.subscription.id,
        skuId: facts.subscription.skuId,
        now: facts.now,
        wakeAt: this.services.now().toString(),
      };
      const codes = reasons.map(({ code }) => code);
      await watches.insert(watchReasons(wish, codes));
      this.services.wake();
    }
    await turn.say(known ? 'dialogs.watch.already' : 'dialogs.watch.started', { days: watchDays });
    return step.stay();
  }

  /** As text, since a card can't carry files. */
  async #list(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { overAssigned } = (await this.#look(step)).facts;
    const { csv, told } = userListOf(overAssigned);
    const key = told < overAssigned.length ? 'part' : told > 0 ? 'all' : 'none';
    const values = { told: turn.l.number(told), n: turn.l.number(overAssigned.length) };
    await turn.say(`reasons.userList.${key}`, values);
    if (told > 0) await turn.sayVerbatim(csv);
    return step.stay();
  }

  async #look({ turn, subject }: Place): Promise<{ facts: Facts; reasons: Reason[] }> {
    const facts = await factsOfTurn(this.services, turn, subject.subscriptionId);
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
      warnings: warnings(facts),
      agreement: facts.account.agreement,
      userList: facts.overAssigned.length > namedUsers,
      asOf: now,
      timeZone,
      ...(changes ? { changes } : {}),
    };
    return (context: CardContext) => diagnosisCard(view, context);
  }
}

function meantBy({ verb, text }: Turn['intent']): Verb | undefined {
  if (verb) return verb;
  if (match(text, 'recheck') !== undefined) return 'diagnosis.recheck';
  if (match(text, 'userList') !== undefined) return 'diagnosis.list';
  return match(text, 'watch') === undefined ? undefined : 'diagnosis.watch';
}

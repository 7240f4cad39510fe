/** What stands in the way? All reasons at once, looked at again as often as asked. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { Verb } from '../../cards/cards.ts';
import type { CardContext } from '../../cards/kit/card.ts';
import { writeOut } from '../../cards/kit/wording.ts';
import { type DiagnosisView, diagnosisCard } from '../../cards/upgrade/diagnosisCard.ts';
import type { Agents } from '../../commerce/access/agents.ts';
import { hasRight } from '../../commerce/access/rights.ts';
import { diagnose } from '../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import { mayPass, type Reason, type ReasonCode } from '../../commerce/diagnosis/reason.ts';
import { namedUsers } from '../../commerce/diagnosis/rules/licences/licenseConflict.ts';
import { userListOf } from '../../commerce/diagnosis/userList.ts';
import { warnings } from '../../commerce/diagnosis/warnings.ts';
import { zoneOf } from '../../commerce/model/account.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import { watchDays } from '../../commerce/model/policyValues.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Watching } from '../../commerce/watch/watching.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { match } from '../../understanding/phrases.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { planName } from '../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../step/stepDialog.ts';
import { tenantTime } from '../step/tenantTime.ts';
import type { Turn } from '../step/turn.ts';
import { alone } from './products.ts';

export interface DiagnosisNeeds extends StepNeeds {
  factsOf: FactsOfTurn;
  catalog: Pick<Catalog, 'find'>;
  watching: Watching;
  agents: Pick<Agents, 'areThere'>;
}

/** So often somebody looks again without any change before a person is offered. */
const attemptsAlone = 2;

export class DiagnosisDialog extends StepDialog<DiagnosisNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { facts, reasons } = await this.#look(step);
    if (reasons.length > 0) return super.enter(step);
    const plan = planName(this.needs.catalog, facts.subscription.skuId, step.turn.l);
    await step.turn.say(`dialogs.diagnosis.${facts.tentative ? 'clearSeen' : 'clear'}`, { plan });
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
    if (means === 'approval.prepare') return this.#prepare(step);
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
    await this.#offerPerson(step, changes.gone.length === 0);
    const draw = this.#drawing(step, facts, reasons, changes);
    if (turn.intent.verb) await turn.redraw(draw);
    else await turn.show('diagnosis', { subject: step.subject }, draw);
    return step.stay();
  }

  /** Who may see prices and not buy goes on to a review, which somebody else approves. */
  async #prepare(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { facts, reasons } = await this.#look(step);
    if (!isPreparable(facts, reasons)) {
      await turn.say('dialogs.approval.notPreparable');
      return step.stay();
    }
    await turn.close(['diagnosis'], turn.l.t('dialogs.approval.prepared'));
    await turn.say('dialogs.approval.prepares');
    return step.go('plans', step.subject);
  }

  /** Who has looked twice in vain is told that somebody can look with them. */
  async #offerPerson({ turn, memory }: Step, isInVain: boolean): Promise<void> {
    const inVain = isInVain ? Number(memory.inVain ?? 0) + 1 : 0;
    memory.inVain = inVain;
    if (inVain === attemptsAlone && this.needs.agents.areThere)
      await turn.say('dialogs.case.offer');
  }

  /** Once a subscription and conversation: asking again says that it is done already. */
  async #watch(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { facts, reasons } = await this.#look(step);
    if (!mayPass(reasons)) {
      await turn.say('dialogs.watch.never');
      return step.stay();
    }
    const started = await this.needs.watching.untilClear(turn, facts, reasons);
    await turn.say(`dialogs.watch.${started ? 'started' : 'already'}`, { days: watchDays });
    turn.keep();
    return step.stay();
  }

  /** As text, since a card can't carry files. */
  async #list(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { account, roles, overAssigned } = (await this.#look(step)).facts;
    if (hasRight('seeUsers', account.agreement, roles) !== true) {
      await turn.say('dialogs.diagnosis.listRole');
      return step.stay();
    }
    if (!isKnown(overAssigned)) {
      await turn.say('reasons.userList.unknown');
      return step.stay();
    }
    const { csv, told } = userListOf(overAssigned);
    const key = told < overAssigned.length ? 'part' : told > 0 ? 'all' : 'none';
    const values = { told: turn.l.number(told), n: turn.l.number(overAssigned.length) };
    await turn.say(`reasons.userList.${key}`, values);
    if (told > 0) await turn.sayVerbatim(csv);
    return step.stay();
  }

  async #look({ turn, subject }: Place): Promise<{ facts: Facts; reasons: Reason[] }> {
    const facts = await this.needs.factsOf(turn, subject.subscriptionId);
    return { facts, reasons: diagnose(facts) };
  }

  #drawing(
    { turn }: Place,
    facts: Facts,
    reasons: Reason[],
    changes?: { gone: ReasonCode[]; added: ReasonCode[] },
  ) {
    const view = diagnosisView(this.needs.catalog, turn.l, facts, reasons);
    const shown = changes ? { ...view, changes } : view;
    return (context: CardContext) => diagnosisCard(shown, context);
  }
}

export function diagnosisView(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  facts: Facts,
  reasons: Reason[],
): DiagnosisView {
  const { now, timeZone } = tenantTime(facts.now, zoneOf(facts.account));
  return {
    planName: planName(catalog, facts.subscription.skuId, l),
    reasons,
    warnings: warnings(facts),
    agreement: facts.account.agreement,
    preparable: isPreparable(facts, reasons),
    ...alone(facts.subscriptions, catalog),
    userList: isKnown(facts.overAssigned) && facts.overAssigned.length > namedUsers,
    asOf: now,
    timeZone,
  };
}

function isPreparable({ account, roles }: Facts, reasons: readonly Reason[]): boolean {
  const isOfRole = reasons.every(({ code }) => code === 'INSUFFICIENT_ROLE');
  return isOfRole && hasRight('seeBilling', account.agreement, roles) === true;
}

function meantBy({ verb, text }: Turn['intent']): Verb | undefined {
  if (verb) return verb;
  if (match(text, 'sendForApproval') !== undefined) return 'approval.prepare';
  if (match(text, 'recheck') !== undefined) return 'diagnosis.recheck';
  if (match(text, 'userList') !== undefined) return 'diagnosis.list';
  return match(text, 'watch') === undefined ? undefined : 'diagnosis.watch';
}

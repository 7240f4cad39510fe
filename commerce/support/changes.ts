/** The ways in which a case moves on. Pure: what is not possible any more changes nothing. */
import { caseAnswerHours, caseReopenDays, caseWaitHours } from '../model/policyValues.ts';
import {
  type CaseEvent,
  type CaseNoticeKind,
  type CasePerson,
  type CaseState,
  isOver,
  type SupportCase,
} from './case.ts';
import { afterDeskHours } from './supportTime.ts';
import { caseTransitions, lateTells } from './transitions.ts';

export type LaterCaseEvent = Exclude<CaseEvent, 'open'>;

/** Who does it, and when. */
export interface CaseMoment {
  /** User id, or `system`. */
  by: string;
  /** ISO instant of the tenant's time. */
  now: string;
  /** ISO instant of real time. */
  realNow: string;
}

export interface CaseChange {
  /** Whose case it is from now on: who takes it, or whom it is handed to. */
  agent?: CasePerson;
  /** For other agents. */
  note?: string;
}

/** One write: state, audit entry and what the customer is told of it. */
export function happen(
  before: SupportCase,
  event: LaterCaseEvent,
  moment: CaseMoment,
  { agent = before.agent, note }: CaseChange = {},
): SupportCase {
  if (!isPossible(before, event, moment.now)) return before;
  const { to = before.state } = caseTransitions[event];
  const { by, now } = moment;
  const { agent: _agent, answerBy: _by, nextCheckAt: _next, ...rest } = before;
  const entry = { at: now, by, event, from: before.state, to, ...(note ? { note } : {}) };
  const tells = event === 'late' ? lateTold(before) : caseTransitions[event].tells;
  const after: SupportCase = {
    ...rest,
    state: to,
    ...(agent && to !== 'new' ? { agent } : {}),
    revision: before.revision + 1,
    changedAt: now,
    audit: [...before.audit, entry],
    notices: [...before.notices, ...(tells ? [pending(before, tells)] : [])],
  };
  return isOver(after) ? after : waiting(after, before, event, moment);
}

export function isPossible(
  { state, changedAt }: Pick<SupportCase, 'state' | 'changedAt'>,
  event: LaterCaseEvent,
  now: string,
): boolean {
  if (!caseTransitions[event].from.includes(state)) return false;
  return event !== 'reopen' || Temporal.Instant.compare(now, reopenUntil({ changedAt })) <= 0;
}

/** ISO instant of the tenant's time. */
export function reopenUntil({ changedAt }: Pick<SupportCase, 'changedAt'>): string {
  return Temporal.Instant.from(changedAt)
    .add({ hours: caseReopenDays * 24 })
    .toString();
}

/** Hours of the desk until somebody has to look at a case again. */
const hoursUntilLook: Partial<Record<CaseState, number>> = {
  new: caseAnswerHours,
  assigned: caseAnswerHours,
  waitingForCustomer: caseWaitHours,
  waitingForMicrosoft: caseWaitHours,
};

/** A note changes nothing of when somebody has to see to it. */
function waiting(
  after: SupportCase,
  { answerBy, nextCheckAt }: SupportCase,
  event: CaseEvent,
  { now, realNow }: CaseMoment,
): SupportCase {
  if (event === 'note' && answerBy && nextCheckAt) return { ...after, answerBy, nextCheckAt };
  const by = afterDeskHours(now, hoursUntilLook[after.state] ?? caseWaitHours);
  return { ...after, answerBy: by, nextCheckAt: lookAt(by, now, realNow) };
}

/** Real time of an instant of the tenant's time: both go equally fast. */
export function lookAt(instant: string, now: string, realNow: string): string {
  return Temporal.Instant.from(realNow).add(Temporal.Instant.from(now).until(instant)).toString();
}

/** Once in each state: afterwards only the desk is reminded. */
function lateTold({ audit, state }: SupportCase): CaseNoticeKind | undefined {
  const last = audit.findLastIndex(({ from, to }) => from !== to);
  const isTold = audit.slice(last + 1).some(({ event }) => event === 'late');
  return isTold ? undefined : lateTells[state];
}

function pending({ conversation }: SupportCase, kind: CaseNoticeKind) {
  return { kind, conversation, status: 'pending' } as const;
}

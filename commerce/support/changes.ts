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
import type { Talk } from './parts/messages.ts';
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
  /** Key of the desk's conversation, where there is one. */
  desk?: string | undefined;
}

export interface CaseChange {
  /** Whose case it is from now on: who takes it, or whom it is handed to. */
  agent?: CasePerson;
  /** For other agents. */
  note?: string;
  /** Where the agent talks from. */
  talk?: Talk;
}

/** They move nothing on, and put off nothing. */
const quiet: readonly CaseEvent[] = ['note', 'look'];

/** Who has the case may be another one then, or nobody. */
const endsTalk: readonly CaseEvent[] = [
  ...(['hangUp', 'handOver', 'giveBack', 'solve', 'withdraw', 'reopen'] as const),
];

/** The desk gets the card anew, at the end of its conversation, when it has to see to something. */
const toldToDesk: readonly CaseEvent[] = ['giveBack', 'reopen', 'late'];

/** One write: state, audit entry, and what the customer and the desk are told of it. */
export function happen(
  before: SupportCase,
  event: LaterCaseEvent,
  moment: CaseMoment,
  { agent = before.agent, note, talk }: CaseChange = {},
): SupportCase {
  if (!isPossible(before, event, moment.now)) return before;
  const { to = before.state } = caseTransitions[event];
  const { by, now, desk } = moment;
  const entry = { at: now, by, event, from: before.state, to, ...(note ? { note } : {}) };
  const audit = event === 'look' ? withLook(before.audit, entry) : [...before.audit, entry];
  if (event === 'look') return { ...before, audit };
  const revision = before.revision + 1;
  if (quiet.includes(event)) return { ...before, audit, revision };
  const { agent: _agent, talk: held, answerBy: _by, nextCheckAt: _next, ...rest } = before;
  const talks = event === 'talk' ? talk : endsTalk.includes(event) ? undefined : held;
  const isLeft = held !== undefined && talks === undefined && by !== held.userId;
  const tells = event === 'late' ? lateTold(before) : caseTransitions[event].tells;
  const after: SupportCase = {
    ...rest,
    state: to,
    ...(agent && to !== 'new' ? { agent } : {}),
    ...(talks ? { talk: talks } : {}),
    revision,
    changedAt: now,
    audit,
    notices: [
      ...before.notices,
      ...(tells && by !== before.userId ? [pending(before.conversation, tells)] : []),
      ...(isLeft ? [pending(held.conversation, 'talkOver')] : []),
      ...(desk && toldToDesk.includes(event) ? [pending(desk, 'card')] : []),
    ],
  };
  return isOver(after) ? after : waiting(after, moment);
}

/** Of looks of one agent, one right after the other, the last is kept. */
function withLook(audit: SupportCase['audit'], look: SupportCase['audit'][number]) {
  const last = audit.at(-1);
  const isSame = last?.event === 'look' && last.by === look.by;
  return [...(isSame ? audit.slice(0, -1) : audit), look];
}

export function isPossible(
  { state, changedAt, talk }: Pick<SupportCase, 'state' | 'changedAt' | 'talk'>,
  event: LaterCaseEvent,
  now: string,
): boolean {
  if (!caseTransitions[event].from.includes(state)) return false;
  if (event === 'hangUp' && !talk) return false;
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

function waiting(after: SupportCase, { now, realNow }: CaseMoment): SupportCase {
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

/** A notice that is owed in a conversation. */
export function pending<Kind extends SupportCase['notices'][number]['kind']>(
  conversation: string,
  kind: Kind,
) {
  return { kind, conversation, status: 'pending' } as const;
}

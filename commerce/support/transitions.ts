/** The life of a case, as data. */
import type { CaseEvent, CaseNoticeKind, CaseState } from './case.ts';

interface Transition {
  from: readonly CaseState[];
  /** Absent: the state stays as it is. */
  to?: CaseState;
  /** What the customer is told, unasked; what they did themselves they know. */
  tells?: CaseNoticeKind;
}

const withAgent = ['assigned', 'waitingForCustomer', 'waitingForMicrosoft'] as const;
const open = ['new', ...withAgent] as const;

/** What may happen when, and where it leads. An event that is not possible changes nothing. */
export const caseTransitions: Readonly<Record<Exclude<CaseEvent, 'open'>, Transition>> = {
  take: { from: ['new'], to: 'assigned', tells: 'taken' },
  handOver: { from: withAgent, to: 'assigned', tells: 'handedOver' },
  giveBack: { from: withAgent, to: 'new', tells: 'givenBack' },
  askCustomer: {
    from: ['assigned', 'waitingForMicrosoft'],
    to: 'waitingForCustomer',
    tells: 'waitingForCustomer',
  },
  askMicrosoft: {
    from: ['assigned', 'waitingForCustomer'],
    to: 'waitingForMicrosoft',
    tells: 'waitingForMicrosoft',
  },
  goOn: { from: ['waitingForCustomer', 'waitingForMicrosoft'], to: 'assigned', tells: 'goesOn' },
  solve: { from: withAgent, to: 'solved', tells: 'solved' },
  withdraw: { from: open, to: 'withdrawn' },
  reopen: { from: ['solved', 'withdrawn'], to: 'new' },
  late: { from: open },
  answer: { from: ['waitingForCustomer'], to: 'assigned' },
  talk: { from: withAgent, tells: 'talks' },
  hangUp: { from: withAgent, tells: 'talkEnded' },
  suggest: { from: withAgent },
  article: { from: withAgent },
  check: { from: withAgent },
  ask: { from: withAgent },
  share: { from: open },
  keep: { from: open },
  look: { from: [...open, 'solved', 'withdrawn'] },
  note: { from: [...open, 'solved', 'withdrawn'] },
};

/** What the customer is told when a case waits for too long; in other states that is the desk's affair. */
export const lateTells: Partial<Record<CaseState, CaseNoticeKind>> = {
  new: 'late',
  waitingForCustomer: 'reminder',
};

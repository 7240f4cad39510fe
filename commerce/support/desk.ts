/** The desk: what its agents see of cases and do with them. The one table of who may what is `agentMay`. */
import { type Agents, isAmong } from '../access/agents.ts';
import { changeStored } from '../base/changeStored.ts';
import { UpgraderaError } from '../base/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { BoardEntry, CaseBoard } from './board.ts';
import type { CasePerson, CaseRepository, SupportCase } from './case.ts';
import { happen, isPossible, type LaterCaseEvent } from './changes.ts';
import { type DeskPlaces, deskFor } from './deskPlaces.ts';
import type { CaseMessage } from './parts/messages.ts';
import type { CaseLook } from './parts/snapshot.ts';
import { isPushed, withLook } from './pushing.ts';
import { isFull, withMessage } from './talk.ts';

export interface DeskNeeds {
  cases: CaseRepository;
  board: CaseBoard;
  deskPlaces: DeskPlaces;
  agents: Agents;
  clock: Clock;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is something to be told or looked at. */
  wake(): void;
}

/** What an agent does with a case. */
export type AgentEvent = Exclude<
  LaterCaseEvent,
  'withdraw' | 'reopen' | 'late' | 'answer' | 'share' | 'keep'
>;

/** Which agent may: any who serves the tenant, or the one who has the case. */
const agentMay: Readonly<Record<AgentEvent, 'any' | 'own'>> = {
  take: 'any',
  handOver: 'any',
  note: 'any',
  look: 'any',
  giveBack: 'own',
  askCustomer: 'own',
  askMicrosoft: 'own',
  goOn: 'own',
  solve: 'own',
  talk: 'own',
  hangUp: 'own',
  suggest: 'own',
  article: 'own',
  check: 'own',
  ask: 'own',
};

/**
 * `notPossible`: not in the state in which the case is by now. `ofOther`: another agent has it. `again`: the customer
 * has got just that, or is asked for it. `full`: no more is passed on in this case.
 */
export type AgentOutcome = 'done' | 'notPossible' | 'ofOther' | 'again' | 'full';

/** What an agent says with it. */
export interface AgentWords {
  /** For other agents. */
  note?: string;
  /** For the customer. */
  message?: Pick<CaseMessage, 'id' | 'text' | 'suggests' | 'push'>;
  /** What was looked at. */
  look?: Omit<CaseLook, 'at' | 'by'>;
}

/** Which open cases are listed. */
export const boardFilters = ['all', 'new', 'mine', 'waiting'] as const;
export type BoardFilter = (typeof boardFilters)[number];

const shownBy: Record<BoardFilter, (entry: BoardEntry, userId: string) => boolean> = {
  all: () => true,
  new: ({ state }) => state === 'new',
  mine: ({ agent }, userId) => agent?.userId === userId,
  waiting: ({ state }) => state === 'waitingForCustomer' || state === 'waitingForMicrosoft',
};

interface Worker {
  userId: string;
  userName: string;
  conversation: string;
}

export class Desk {
  readonly #needs: DeskNeeds;

  constructor(needs: DeskNeeds) {
    this.#needs = needs;
  }

  isAgent(userId: string): boolean {
    return this.#needs.agents.tenantsOf(userId) !== 'none';
  }

  /** Open cases of the tenants that the agent serves, the most urgent first. @throws desk.not-agent */
  async list({ userId }: Pick<Worker, 'userId'>, filter: BoardFilter): Promise<BoardEntry[]> {
    const tenants = this.#tenantsOf(userId);
    const all = await this.#needs.board.all();
    return all
      .filter((one) => isAmong(tenants, one.tenantId) && shownBy[filter](one, userId))
      .sort(mostUrgentFirst);
  }

  /** Cases are posted into this conversation from now on. @throws desk.not-agent */
  async isHere({ userId }: Pick<Worker, 'userId'>, conversation: string): Promise<void> {
    const served = this.#tenantsOf(userId);
    const tenants = served === 'all' ? served : [...served];
    const at = this.#needs.now().toString();
    await this.#needs.deskPlaces.set({ conversation, tenants, setBy: userId, at });
  }

  /** Whether the agent may do that just now; nothing is written. @throws like `happen` */
  async may(
    { userId }: Pick<Worker, 'userId'>,
    id: string | undefined,
    event: AgentEvent,
  ): Promise<{ found: SupportCase; outcome: AgentOutcome; now: string }> {
    const found = await this.#find(userId, id);
    const now = (await this.#needs.clock.now(found.tenantId)).toString();
    return { found, outcome: this.#outcome(found, event, userId, now), now };
  }

  /** One write with its audit entry. @throws desk.not-agent; case.unknown, also for a tenant not served */
  async happen(
    { userId, userName, conversation }: Worker,
    id: string | undefined,
    event: AgentEvent,
    { note, message, look }: AgentWords = {},
  ): Promise<{ found: SupportCase; outcome: AgentOutcome; now: string }> {
    const read = await this.#find(userId, id);
    const { cases, clock, board, deskPlaces } = this.#needs;
    const now = (await clock.now(read.tenantId)).toString();
    const desk = await deskFor(deskPlaces, read.tenantId);
    const moment = { by: userId, now, realNow: this.#needs.now().toString(), desk };
    const agent: CasePerson = { userId, name: userName };
    let outcome: AgentOutcome = 'done';
    const found = await changeStored(cases, read.id, (one) => {
      outcome = this.#outcome(one, event, userId, now);
      // Delivered twice: it was done with the first one.
      if (message && one.messages.some(({ id }) => id === message.id)) return one;
      if (message && outcome === 'done') {
        if (isPushed(one, message, now)) outcome = 'again';
        else if (isFull(one)) outcome = 'full';
      }
      const takes = event === 'take' || event === 'handOver';
      const change = {
        ...(takes ? { agent } : {}),
        ...(note ? { note } : {}),
        talk: { conversation, userId, since: now },
      };
      if (outcome !== 'done') return one;
      const happened = happen(one, event, moment, change);
      const seen = look ? withLook(happened, { ...look, by: 'agent', at: now }) : happened;
      const written = { from: 'agent', name: userName, conversation } as const;
      return message ? withMessage(seen, { ...written, ...message }, moment) : seen;
    });
    if (!found) throw new UpgraderaError('case.unknown', id);
    await board.put(found);
    this.#needs.wake();
    return { found, outcome, now };
  }

  #outcome(one: SupportCase, event: AgentEvent, userId: string, now: string): AgentOutcome {
    const isOwn = one.agent?.userId === userId;
    if (event === 'handOver' && isOwn) return 'notPossible';
    if (!isPossible(one, event, now)) return one.agent && !isOwn ? 'ofOther' : 'notPossible';
    return agentMay[event] === 'own' && !isOwn ? 'ofOther' : 'done';
  }

  async #find(userId: string, id: string | undefined): Promise<SupportCase> {
    const tenants = this.#tenantsOf(userId);
    const found = id === undefined ? undefined : (await this.#needs.cases.get(id))?.value;
    if (!found || !isAmong(tenants, found.tenantId)) throw new UpgraderaError('case.unknown', id);
    return found;
  }

  #tenantsOf(userId: string): Exclude<ReturnType<Agents['tenantsOf']>, 'none'> {
    const tenants = this.#needs.agents.tenantsOf(userId);
    if (tenants === 'none') throw new UpgraderaError('desk.not-agent', userId);
    return tenants;
  }
}

/** ISO instants in UTC, whose order is that of their texts but for their fractions. */
function mostUrgentFirst(a: BoardEntry, b: BoardEntry): number {
  const [one, other] = [a.answerBy ?? a.startedAt, b.answerBy ?? b.startedAt];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}

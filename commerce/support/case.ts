/** A case: somebody has asked for a person. One document, written whole. */
import { z } from 'zod';
import { noticeStateSchema, shownCardSchema } from '../model/notice.ts';
import { subjectSchema } from '../model/subject.ts';
import type { WaitingRepository } from '../ports/repositories.ts';
import { messageSchema, talkSchema } from './parts/messages.ts';
import { caseLookSchema, caseSnapshotSchema } from './parts/snapshot.ts';

export const caseStateSchema = z.enum([
  'new',
  'assigned',
  'waitingForCustomer',
  'waitingForMicrosoft',
  'solved',
  'withdrawn',
]);
export type CaseState = z.infer<typeof caseStateSchema>;

const finalCaseStates: readonly CaseState[] = ['solved', 'withdrawn'];

const personSchema = z.object({ userId: z.string(), name: z.string() });
export type CasePerson = z.infer<typeof personSchema>;

/**
 * What happens to a case. `late`: nobody has answered in the time that was promised. `note`: an agent
 * writes something down that the customer does not see. `look`: an agent has read all of it.
 * `answer`: the customer has written what was waited for. `talk`, `hangUp`: from then on, and no more, what one
 * writes goes to the other. `suggest`, `article`, `check`, `ask`: an agent sends the customer a plan, one of our
 * articles, the diagnosis as it is now, the wish to be shown something, which the customer does (`share`) or not (`keep`).
 */
export const caseEventSchema = z.enum([
  'open',
  'take',
  'handOver',
  'giveBack',
  'askCustomer',
  'askMicrosoft',
  'goOn',
  'solve',
  'withdraw',
  'reopen',
  'late',
  'note',
  'look',
  'answer',
  'talk',
  'hangUp',
  'suggest',
  'article',
  'check',
  'ask',
  'share',
  'keep',
]);
export type CaseEvent = z.infer<typeof caseEventSchema>;

const caseAuditSchema = z.object({
  /** Tenant's time. */
  at: z.iso.datetime(),
  /** User id, or `system` for what time brought about. */
  by: z.string(),
  event: caseEventSchema,
  from: caseStateSchema.optional(),
  to: caseStateSchema,
  /** What an agent wrote for other agents. */
  note: z.string().optional(),
});

/**
 * What the customer is told, unasked: how the case moves, that it takes longer than was promised (`late`), or that it
 * waits for their answer (`reminder`).
 */
export const caseNoticeKindSchema = z.enum([
  'taken',
  'handedOver',
  'givenBack',
  'waitingForCustomer',
  'waitingForMicrosoft',
  'goesOn',
  'solved',
  'late',
  'reminder',
  'talks',
  'talkEnded',
]);
export type CaseNoticeKind = z.infer<typeof caseNoticeKindSchema>;

/**
 * Besides what the customer is told of the case. `card`: the case's own card, which the desk is owed. `message`: what
 * one side wrote, for the other. `unsure`: for who wrote it, that nobody knows whether it came. `talkOver`: for the
 * agent, that the customer has ended the talk. `shown`, `kept`: for the agent, what the customer has decided.
 */
const otherNoticeSchema = z.enum(['card', 'message', 'unsure', 'talkOver', 'shown', 'kept']);

const caseNoticeSchema = noticeStateSchema.extend({
  kind: caseNoticeKindSchema.or(otherNoticeSchema),
  /** Id of the message that it is about. */
  message: z.string().optional(),
});
export type CaseNotice = z.infer<typeof caseNoticeSchema>;

/** `CASE-` and 8 characters of Crockford's base 32. */
const caseReferenceSchema = z.string().regex(/^CASE-[0-9A-HJKMNP-TV-Z]{8}$/);

export const caseSchema = z.object({
  v: z.literal(1),
  id: caseReferenceSchema,
  tenantId: z.string(),
  openedBy: personSchema,
  /** Whom its notices are for, and where. */
  userId: z.string(),
  conversation: z.string(),
  /** In which the bot talks to the customer. */
  locale: z.string(),
  /** What was being talked about. */
  about: subjectSchema,
  /** In the customer's words, masked; empty where nothing was written. */
  question: z.string(),
  snapshot: caseSnapshotSchema,
  /** Since it was opened: the latest look of each kind. */
  looks: z.array(caseLookSchema).default([]),
  state: caseStateSchema,
  agent: personSchema.optional(),
  /** Grows with every change that a person can see. */
  revision: z.int().nonnegative(),
  /** Tenant's time. */
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Tenant's time by which somebody is to have seen to it; absent while nobody of the desk has to. */
  answerBy: z.iso.datetime().optional(),
  /** Real time of the next look; absent when the case is over. */
  nextCheckAt: z.iso.datetime().optional(),
  /** Oldest first. */
  audit: z.array(caseAuditSchema),
  /** Oldest first. */
  messages: z.array(messageSchema).default([]),
  talk: talkSchema.optional(),
  notices: z.array(caseNoticeSchema),
  /** Where it is shown to the desk. */
  cards: z.array(shownCardSchema).default([]),
  /** Where its file is looked at, by whom, and until when it follows the customer there; real time. */
  live: z
    .array(shownCardSchema.extend({ userId: z.string(), until: z.iso.datetime() }))
    .default([]),
  /** `revision` of the case that the board of open cases shows. */
  onBoard: z.int().default(-1),
});
export type SupportCase = z.infer<typeof caseSchema>;

export type CaseRepository = WaitingRepository<SupportCase>;

export function isOver({ state }: Pick<SupportCase, 'state'>): boolean {
  return finalCaseStates.includes(state);
}

/** The subscription that it is about. */
export function examinedIn({
  about,
  snapshot,
}: Pick<SupportCase, 'about' | 'snapshot'>): string | undefined {
  return about.subscriptionId ?? snapshot.subscription?.id;
}

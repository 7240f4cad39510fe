/** New cases. */

import { mask } from '../base/mask.ts';
import { caseAnswerHours } from '../model/policyValues.ts';
import type { Subject } from '../model/subject.ts';
import { newReference } from '../order/reference.ts';
import type { SupportCase } from './case.ts';
import { type CaseMoment, lookAt, pending } from './changes.ts';
import { type Situation, secretsIn, snapshotOf } from './parts/snapshot.ts';
import { afterDeskHours } from './supportTime.ts';

/** Who opens it, and where. */
export interface Opener {
  tenantId: string;
  userId: string;
  userName: string;
  conversation: string;
}

export interface CaseWish {
  about: Subject;
  /** As it was written. */
  question: string;
  locale: string;
  situation: Situation;
}

/** Characters of a question. */
const longestQuestion = 2_000;

export function newCase(
  { tenantId, userId, userName, conversation }: Opener,
  { about, question, locale, situation }: CaseWish,
  { now, realNow, desk }: Omit<CaseMoment, 'by'>,
): SupportCase {
  const answerBy = afterDeskHours(now, caseAnswerHours);
  return {
    v: 1,
    id: newReference('CASE'),
    tenantId,
    openedBy: { userId, name: userName },
    userId,
    conversation,
    locale,
    about,
    question: mask(question.slice(0, longestQuestion), secretsIn(situation)),
    snapshot: snapshotOf(situation),
    state: 'new',
    revision: 0,
    startedAt: now,
    changedAt: now,
    answerBy,
    nextCheckAt: lookAt(answerBy, now, realNow),
    audit: [{ at: now, by: userId, event: 'open', to: 'new' }],
    looks: [],
    notices: desk ? [pending(desk, 'card')] : [],
    messages: [],
    cards: [],
    live: [],
    onBoard: -1,
  };
}

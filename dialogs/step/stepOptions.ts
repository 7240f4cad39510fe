import type { Subject } from '../../commerce/model/subject.ts';

/** What a step begins with. */
export interface StepOptions {
  subject: Subject;
  memory?: Record<string, unknown>;
  /** Take the answer of a card that already stands in the conversation: show nothing first. */
  resumed?: boolean;
}

/** What any card becomes once it was answered: the question and the answer, nothing to press. */
import type { Card } from './card.ts';
import { verbatim } from './elements.ts';
import { plainFrame } from './frame.ts';

export interface ClosedView {
  /** What was asked. */
  title: string;
  /** What was answered. */
  outcome: string;
}

export function closedCard({ title, outcome }: ClosedView, id: string): Card {
  return plainFrame({ id }, { title, summary: outcome, body: [verbatim(outcome)], actions: [] });
}

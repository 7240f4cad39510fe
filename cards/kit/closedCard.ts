/** What any card becomes once it was answered: the question and the answer, nothing to press. */

import type { CardId } from '../verbs.ts';
import type { ClosedView } from '../views.ts';
import type { Card } from './card.ts';
import { verbatim } from './elements.ts';
import { frame } from './frame.ts';

export function closedCard({ title, outcome }: ClosedView, id: CardId): Card {
  return frame(id, { title, summary: outcome, body: [verbatim(outcome)], actions: [] });
}

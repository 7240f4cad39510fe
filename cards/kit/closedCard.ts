/** What any card becomes once it was answered: the question and the answer in one line, nothing to press. */
import type { Card } from './card.ts';
import { type Element, paragraph, verbatim } from './elements.ts';
import { plainFrame } from './frame.ts';

export interface ClosedView {
  /** What was asked. */
  title: string;
  /** What was answered. */
  outcome: string;
}

export function closedCard({ title, outcome }: ClosedView, id: string): Card {
  const { json, ...card } = plainFrame({ id }, { title, summary: outcome, body: [], actions: [] });
  return { ...card, json: { ...json, body: [line(title, outcome)] } };
}

function line(title: string, outcome: string): Element {
  const question = {
    ...paragraph(title),
    style: 'heading',
    size: 'Default',
    weight: 'Bolder',
    isSubtle: true,
  };
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'auto', items: [question] },
      { type: 'Column', width: 'stretch', items: [verbatim(outcome)] },
    ],
  };
}

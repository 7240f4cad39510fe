/** The blocks of the review that can be changed, and how they are called in words. */
import { reviewChanges } from '../../../cards/upgrade/review/reviewCard.ts';
import { match } from '../../../understanding/phrases.ts';

type Block = (typeof reviewChanges)[number];

/** The step that changes each. */
export const changes: Record<Block, string> = {
  soldTo: 'change-soldto',
  payment: 'change-payment',
  items: 'change-items',
};

export function blockIn(text: string): Block | undefined {
  return reviewChanges.find((block) => match(text, `change.${block}`) !== undefined);
}

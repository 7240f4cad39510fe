/** Where an order to approve is shown. Pure. */
import type { ShownCard } from '../model/notice.ts';
import type { Approval } from './approval.ts';

/** Of all people; older ones are left as they are. */
const cardsFollowed = 24;

export function withCard(
  before: Approval,
  card: ShownCard,
  { as, userId }: Pick<Approval['cards'][number], 'as' | 'userId'>,
): Approval {
  const isReplaced = (one: Approval['cards'][number]): boolean =>
    one.conversation === card.conversation && one.userId === userId && one.as === as;
  const others = before.cards.filter((one) => !isReplaced(one));
  return { ...before, cards: [...others, { ...card, as, userId }].slice(-cardsFollowed) };
}

/** The cards that what happened last comes to; whoever did it has seen what came of it. */
export function cardsToTell({
  cards,
  audit,
}: Pick<Approval, 'cards' | 'audit'>): Approval['cards'] {
  const by = audit.findLast(({ event }) => event !== 'see')?.by;
  return cards.filter(({ as, userId }) => as === 'notice' || userId !== by);
}

/** The add-ons of an order: what becomes of each, and what that means for the price (R58, R130). */
import { money } from '../../../commerce/model/money.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { type Element, paragraph, small, verbatim } from '../../kit/elements.ts';
import { counted } from '../../kit/wording.ts';
import type { ReviewView } from './reviewView.ts';

/** More are told by their number, so that the card stays small. */
const addOnsShown = 6;

export function addOnItems({ addOns, quote }: ReviewView, l: Localiser): Element[] {
  if (addOns.length === 0) return [];
  const more = addOns.length - addOnsShown;
  const lines = addOns.slice(0, addOnsShown).map(({ name, quantity, fate, charge, billing }) =>
    l.t(`cards.review.addOn.${fate}`, {
      addOn: counted(l, 'cards.review.addOn.licenses', quantity, { name }),
      price: l.money(money(charge, quote.currency)),
      period: l.t(`terms.per.${billing}`),
    }),
  );
  const chargedOn = addOns.some(({ fate }) => fate !== 'included');
  return [
    { ...paragraph(l.t('cards.review.addOn.title')), weight: 'Bolder' },
    verbatim(...lines),
    ...(more > 0 ? [paragraph(counted(l, 'cards.review.addOn.more', more))] : []),
    ...(chargedOn ? [small(l.t('cards.review.addOn.besides'))] : []),
  ];
}

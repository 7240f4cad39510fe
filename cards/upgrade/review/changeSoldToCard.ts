/** Who the order is sold to. The country stays: it belongs to the tenant (R61). */
import { addressSchema } from '../../../commerce/model/account.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { type Element, facts, paragraph } from '../../kit/elements.ts';
import { frame } from '../../kit/frame.ts';
import { problemBox } from '../../kit/problemBox.ts';
import { country } from '../../kit/wording.ts';
import type { ChangeSoldToView } from '../../views.ts';
import { reviewButtons } from './reviewButtons.ts';

const fields = ['name', 'street', 'postalCode', 'city'] as const;

export function changeSoldToCard(view: ChangeSoldToView, context: CardContext): Card {
  const { l } = context;
  const input = (id: (typeof fields)[number]): Element => ({
    type: 'Input.Text',
    id,
    label: l.t(`cards.soldTo.${id}`),
    isRequired: true,
    errorMessage: l.t(`cards.soldTo.${id}Error`),
    maxLength: addressSchema.shape[id].maxLength,
    value: view.soldTo[id],
  });
  return frame('change-soldto', {
    title: l.t('cards.soldTo.title'),
    summary: l.t('cards.soldTo.summary'),
    body: [
      ...(view.problem ? [problemBox(view.problem, l)] : []),
      ...fields.map(input),
      facts([[l.t('cards.soldTo.country'), country(view.soldTo.country, l)]]),
      paragraph(l.t('cards.soldTo.countryFixed')),
    ],
    actions: reviewButtons<'change-soldto'>(context),
  });
}

/** Who the order is sold to. The country stays: it belongs to the tenant (R61). */
import { z } from 'zod';
import { type Address, addressSchema } from '../../../commerce/model/account.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import { type Element, facts, paragraph } from '../../kit/elements.ts';
import { frame } from '../../kit/frame.ts';
import { type Problem, problemBox } from '../../kit/problemBox.ts';
import { country } from '../../kit/wording.ts';
import { reviewButtons } from './reviewButtons.ts';

export const changeSoldToCardKind = defineCard('change-soldto', {
  verbs: ['review.update', 'review.back'],
  asks: true,
  givesWay: true,
});

/** What a person typed into one line: white space is tidied before the limits are checked. */
const typedLine = z.string().transform((value) => value.replace(/\s+/g, ' ').trim());

export const soldToInputSchema = z.object({
  name: typedLine.pipe(addressSchema.shape.name),
  street: typedLine.pipe(addressSchema.shape.street),
  city: typedLine.pipe(addressSchema.shape.city),
  postalCode: typedLine.pipe(addressSchema.shape.postalCode),
});

export interface ChangeSoldToView {
  soldTo: Address;
  problem?: Problem;
}

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
  return frame(changeSoldToCardKind, context, {
    title: l.t('cards.soldTo.title'),
    summary: l.t('cards.soldTo.summary'),
    body: [
      ...(view.problem ? [problemBox(view.problem, l)] : []),
      ...fields.map(input),
      facts([[l.t('cards.soldTo.country'), country(view.soldTo.country, l)]]),
      paragraph(l.t('cards.soldTo.countryFixed')),
    ],
    actions: reviewButtons(changeSoldToCardKind, context),
  });
}

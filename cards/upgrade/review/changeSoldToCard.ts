/** Who the order is sold to. The country is the tenant's; a new name is the support's to check (R61). */
import { z } from 'zod';
import { type Address, addressSchema } from '../../../commerce/model/account.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import { type Element, facts, paragraph, verbatim } from '../../kit/elements.ts';
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

/** Nothing of an address looks like markup. */
const plain = /^[^<>]*$/;
const { name, street, city, postalCode } = addressSchema.shape;

export const soldToInputSchema = z.object({
  /** Asked for by cards of before, and typed by some: it must be the name that is known. */
  name: typedLine.pipe(name).optional(),
  street: typedLine.pipe(street.regex(/[\p{L}\p{N}]/u).regex(plain)),
  city: typedLine.pipe(city.regex(/\p{L}/u).regex(plain)),
  postalCode: typedLine.pipe(postalCode),
});

export interface ChangeSoldToView {
  soldTo: Address;
  problem?: Problem;
}

/** What can be changed of an address. */
export const soldToFields = ['street', 'postalCode', 'city'] as const;

export function changeSoldToCard(view: ChangeSoldToView, context: CardContext): Card {
  const { l } = context;
  const input = (id: (typeof soldToFields)[number]): Element => ({
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
      verbatim(view.soldTo.name),
      ...soldToFields.map(input),
      facts([[l.t('cards.soldTo.country'), country(view.soldTo.country, l)]]),
      paragraph(l.t('cards.soldTo.fixed')),
    ],
    actions: reviewButtons(changeSoldToCardKind, context),
  });
}

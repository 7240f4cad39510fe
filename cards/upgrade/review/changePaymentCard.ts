/** How the order is paid. What can't be used is not on offer, but explained (R59). */
import { z } from 'zod';
import type { PaymentMethod } from '../../../commerce/model/account.ts';
import type { Money } from '../../../commerce/model/money.ts';
import { buttonsOf } from '../../kit/buttons.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import { paragraph, verbatim } from '../../kit/elements.ts';
import { frame } from '../../kit/frame.ts';
import { paymentMethod } from '../../kit/wording.ts';
import { reviewButtons } from './reviewButtons.ts';

export const changePaymentCardKind = defineCard('change-payment', {
  verbs: ['review.update', 'review.back'],
  asks: true,
  private: 'prices',
  givesWay: true,
  showsPriceOrOrder: true,
});

export const paymentInputSchema = z.object({ paymentMethod: z.string().min(1).max(64) });

export interface ChangePaymentView {
  /** `declined`: a credit check has turned it down for this subscription. */
  methods: (PaymentMethod & { usable: boolean; declined: boolean })[];
  /** Absent, like all methods, where the ways to pay can't be seen. */
  chosen?: string;
  /** Invoice is open from this first charge on (R59). */
  invoiceFrom?: Money;
}

export function changePaymentCard(view: ChangePaymentView, context: CardContext): Card {
  const { l } = context;
  const usable = view.methods.filter((method) => method.usable);
  const unusable = view.methods.filter((method) => !method.usable);
  const question = {
    type: 'Input.ChoiceSet',
    id: 'paymentMethod',
    label: l.t('cards.payment.label'),
    isRequired: true,
    errorMessage: l.t('cards.payment.error'),
    style: 'expanded',
    wrap: true,
    choices: usable.map((method) => {
      const title = paymentMethod(method, l);
      const shown = method.declined
        ? l.t('cards.payment.declinedChoice', { method: title })
        : title;
      return { title: shown, value: method.id };
    }),
    ...(usable.some(({ id }) => id === view.chosen) ? { value: view.chosen } : {}),
  };
  const back = buttonsOf(changePaymentCardKind, context);
  return frame(changePaymentCardKind, context, {
    title: l.t('cards.payment.title'),
    summary: l.t('cards.payment.summary'),
    body: [
      ...(usable.length > 0 ? [question] : [paragraph(l.t(noneKey(view)))]),
      ...(usable.some(({ kind }) => kind === 'invoice')
        ? [paragraph(l.t('cards.payment.creditCheck'))]
        : []),
      ...(usable.some(({ declined }) => declined)
        ? [paragraph(l.t('cards.payment.declined'))]
        : []),
      ...(unusable.length > 0 && view.invoiceFrom
        ? [
            paragraph(l.t('cards.payment.unusable', { amount: l.money(view.invoiceFrom) })),
            verbatim(...unusable.map((method) => paymentMethod(method, l))),
          ]
        : []),
    ],
    actions:
      usable.length > 0
        ? reviewButtons(changePaymentCardKind, context)
        : [back({ verb: 'review.back', title: l.t('cards.change.back') })],
  });
}

function noneKey({ methods }: ChangePaymentView): string {
  return methods.length === 0 ? 'cards.payment.unknown' : 'cards.payment.none';
}

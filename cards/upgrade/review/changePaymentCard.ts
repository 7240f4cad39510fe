/** How the order is paid. What can't be used is not on offer, but explained (R59). */
import { buttonsOf } from '../../kit/buttons.ts';
import type { Card, CardContext } from '../../kit/card.ts';
import { paragraph, verbatim } from '../../kit/elements.ts';
import { frame } from '../../kit/frame.ts';
import { paymentMethod } from '../../kit/wording.ts';
import type { ChangePaymentView } from '../../views.ts';
import { reviewButtons } from './reviewButtons.ts';

export function changePaymentCard(view: ChangePaymentView, context: CardContext): Card {
  const { l } = context;
  const usable = view.methods.filter((method) => method.usable);
  const unusable = view.methods.filter((method) => !method.usable);
  const amount = l.money(view.invoiceFrom);
  const question = {
    type: 'Input.ChoiceSet',
    id: 'paymentMethod',
    label: l.t('cards.payment.label'),
    isRequired: true,
    errorMessage: l.t('cards.payment.error'),
    style: 'expanded',
    choices: usable.map((method) => {
      const title = paymentMethod(method, l);
      const shown = method.declined
        ? l.t('cards.payment.declinedChoice', { method: title })
        : title;
      return { title: shown, value: method.id };
    }),
    ...(usable.some(({ id }) => id === view.chosen) ? { value: view.chosen } : {}),
  };
  const back = buttonsOf<'change-payment'>(context);
  return frame('change-payment', {
    title: l.t('cards.payment.title'),
    summary: l.t('cards.payment.summary'),
    body: [
      ...(usable.length > 0 ? [question] : [paragraph(l.t('cards.payment.none'))]),
      ...(usable.some(({ kind }) => kind === 'invoice')
        ? [paragraph(l.t('cards.payment.creditCheck'))]
        : []),
      ...(usable.some(({ declined }) => declined)
        ? [paragraph(l.t('cards.payment.declined'))]
        : []),
      ...(unusable.length > 0
        ? [
            paragraph(l.t('cards.payment.unusable', { amount })),
            verbatim(...unusable.map((method) => paymentMethod(method, l))),
          ]
        : []),
    ],
    actions:
      usable.length > 0
        ? reviewButtons<'change-payment'>(context)
        : [back({ verb: 'review.back', title: l.t('cards.change.back') })],
  });
}

/** What an admin enters in Microsoft's admin center, where nobody else may order. */
import { z } from 'zod';
import type { Selection } from '../../commerce/checkout/purchase.ts';
import { adminCenter } from '../../commerce/diagnosis/adminCenter.ts';
import { type Money, money } from '../../commerce/model/money.ts';
import {
  type PurchaseTime,
  purchaseTimeSchema,
} from '../../commerce/model/purchase/adminPurchase.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf, openUrl } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, type Element, facts, heading, paragraph } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { counted, purchaseTerms } from '../kit/wording.ts';

export const adminCenterCardKind = defineCard('admin-center', {
  verbs: ['purchase.check', 'purchase.wait', 'plan.back'],
  asks: true,
  private: 'prices',
  showsPriceOrOrder: true,
});

export interface AdminCenterView {
  sourceName: string;
  targetName: string;
  purchase: Selection;
  /** Of the price list: a licence for one charge period. */
  price: Money;
  /** ISO instant until which it is waited for, unless another time is chosen. */
  until: string;
  /** IANA. */
  timeZone: string;
}

export const purchaseInputSchema = z.object({ time: purchaseTimeSchema });

export function adminCenterCard(view: AdminCenterView, context: CardContext): Card {
  const { l } = context;
  const { sourceName: source, targetName: target, purchase, price, until, timeZone } = view;
  const button = buttonsOf(adminCenterCardKind, context);
  const { quantity } = purchase;
  const total = l.money(money(price.amount * quantity, price.currency));
  return frame(adminCenterCardKind, context, {
    title: l.t('cards.adminCenter.title'),
    summary: l.t('cards.adminCenter.summary', { target }),
    body: [
      paragraph(l.t('cards.adminCenter.intro')),
      facts([
        [l.t('cards.adminCenter.from'), source],
        [l.t('cards.adminCenter.to'), target],
        [l.t('cards.adminCenter.licenses'), l.number(quantity)],
        [l.t('cards.adminCenter.terms'), purchaseTerms(purchase, l)],
        [
          l.t('cards.adminCenter.listPrice'),
          l.t('cards.adminCenter.perCharge', { price: l.money(price) }),
        ],
        [
          l.t('cards.adminCenter.total'),
          counted(l, 'cards.adminCenter.totalNow', quantity, { total }),
        ],
      ]),
      block(
        heading(l.t('cards.adminCenter.stepsTitle')),
        paragraph(l.t('cards.adminCenter.stepOpen')),
        paragraph(l.t('cards.adminCenter.stepChoose', { source })),
        paragraph(l.t('cards.adminCenter.stepTarget', { target })),
        paragraph(l.t('cards.adminCenter.stepNumbers')),
        paragraph(l.t('cards.adminCenter.stepBack')),
      ),
      paragraph(l.t('cards.adminCenter.until', { time: l.dateTime(until, timeZone) })),
      timeInput(l),
    ],
    actions: [
      openUrl(l.t('cards.adminCenter.open'), adminCenter.subscriptions),
      button({
        verb: 'purchase.check',
        title: l.t('cards.adminCenter.check'),
        primary: true,
        inputs: true,
      }),
      button({ verb: 'purchase.wait', title: l.t('cards.adminCenter.later'), inputs: true }),
      button({ verb: 'plan.back', title: l.t('cards.common.backToPlans') }),
    ],
  });
}

function timeInput(l: Localiser): Element {
  return {
    type: 'Input.ChoiceSet',
    id: 'time',
    label: l.t('cards.adminCenter.time'),
    isRequired: true,
    errorMessage: l.t('cards.adminCenter.timeError'),
    choices: purchaseTimeSchema.options.map((time) => ({
      title: l.t(`cards.adminCenter.times.${time}`),
      value: time,
    })),
    value: 'day' satisfies PurchaseTime,
  };
}

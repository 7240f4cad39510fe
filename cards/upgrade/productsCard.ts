/** The subscriptions that the organisation owns, to choose one from. */
import type { Subscription } from '../../commerce/model/subscription.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, type Element, heading, paragraph, small, withButton } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { type Paged, pageButtons, pageLine } from '../kit/pager.ts';
import { counted, purchaseTerms } from '../kit/wording.ts';

export const productsCardKind = defineCard('products', {
  verbs: ['product.choose', 'product.page'],
  asks: true,
  givesWay: true,
  pageVerb: 'product.page',
});

interface Product {
  planName: string;
  subscription: Subscription;
  /** Whether there are other subscriptions of the same product. */
  shared: boolean;
}

export interface ProductsView extends Paged<Product>, AsOf {}

export function productsCard(view: ProductsView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(productsCardKind, context);
  const none = view.items.length === 0;
  return frame(productsCardKind, context, {
    title: l.t(none ? 'cards.products.noneTitle' : 'cards.products.title'),
    summary: none
      ? l.t('cards.products.none')
      : l.t('cards.products.summary', {
          names: view.items.map(({ planName }) => planName).join(', '),
        }),
    body: [
      ...(none ? [paragraph(l.t('cards.products.none'))] : []),
      ...view.items.map((item) => productRow(item, context)),
      ...pageLine(view, l),
      asOfLine(view, l),
    ],
    actions: pageButtons(view, l, (title, choice) =>
      button({ verb: 'product.page', title, choice }),
    ),
  });
}

function productRow(item: ProductsView['items'][number], context: CardContext): Element {
  const { l } = context;
  const { planName, subscription, choice } = item;
  return block(
    withButton(
      [
        heading(planName),
        paragraph(licensesLine(item, l)),
        small(
          [l.t(`terms.status.${subscription.status}`), ...contractLine(subscription, l)].join(
            ' · ',
          ),
        ),
      ],
      buttonsOf(
        productsCardKind,
        context,
      )({
        verb: 'product.choose',
        title: l.t('cards.common.choose'),
        tooltip: l.t('cards.common.chooseNamed', { name: planName }),
        choice,
      }),
    ),
  );
}

/** As far as it is known how it is bought, and what its date means. */
function contractLine(
  { term, billing, autoRenew, renewsOn }: Subscription,
  l: Localiser,
): string[] {
  const terms = isKnown(term) && isKnown(billing) ? purchaseTerms({ term, billing }, l) : undefined;
  const renewal = autoRenew === true ? 'renews' : autoRenew === false ? 'ends' : 'runsUntil';
  return [
    terms ?? l.t('cards.products.termsUnknown'),
    ...(isKnown(renewsOn) ? [l.t(`cards.products.${renewal}`, { date: l.date(renewsOn) })] : []),
  ];
}

/** Licences are bought by subscription and assigned by product. */
function licensesLine({ subscription, shared }: Product, l: Localiser): string {
  const { quantity, assigned } = subscription;
  if (!isKnown(assigned)) return counted(l, 'cards.products.licensesUnknown', quantity);
  const key = shared ? 'cards.products.licensesShared' : 'cards.products.licenses';
  return counted(l, key, quantity, { assigned: l.number(assigned) });
}

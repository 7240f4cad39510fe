/** The items of a quote as a table that adds up to what is due. */
import { money } from '../../../commerce/model/money.ts';
import type { Quote, QuoteLine } from '../../../commerce/model/quote.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { amountColumn, type Element, table } from '../../kit/elements.ts';
import { counted } from '../../kit/wording.ts';
import type { ReviewView } from './reviewView.ts';

/** More, all of them credits for add-ons, are one sum, so that the card stays small. */
const linesShown = 4;

/** Whether the table has a sum in place of some items. */
export function isShortened({ lines }: Pick<Quote, 'lines'>): boolean {
  return lines.length > linesShown;
}

interface QuoteView extends Pick<ReviewView, 'quote' | 'sourceName' | 'targetName'> {
  addOns: readonly { skuId: string; name: string }[];
}

export function quoteTable(view: QuoteView, l: Localiser): Element {
  const { quote } = view;
  const amount = (minor: number): string => l.money(money(minor, quote.currency));
  const header = ['item', 'basis', 'amount'].map((name) => l.t(`cards.review.header.${name}`));
  const more = quote.lines.slice(linesShown);
  const lines = [
    ...quote.lines
      .slice(0, linesShown)
      .map((line) => [
        l.t(`cards.review.line.${line.kind}`, { name: nameOf(line, view) }),
        basis(line, quote, l),
        amount(line.amount),
      ]),
    ...(more.length > 0
      ? [
          [
            counted(l, 'cards.review.line.more', more.length),
            '',
            amount(more.reduce((sum, line) => sum + line.amount, 0)),
          ],
        ]
      : []),
  ];
  const rest =
    quote.creditToInvoice > 0
      ? [[l.t('cards.review.creditToInvoice'), '', amount(quote.creditToInvoice)]]
      : [];
  const due = [l.t('cards.review.due'), '', amount(quote.dueToday)];
  const strong = [0, lines.length + 1];
  // As wide as an amount in bold on a phone: within a number there is no place to break.
  return table([4, 3, amountColumn(4)], [header, ...lines, due, ...rest], strong);
}

function nameOf(line: QuoteLine, { targetName, sourceName, addOns }: QuoteView): string {
  if (line.kind === 'newCharge') return targetName;
  return addOns.find(({ skuId }) => skuId === line.skuId)?.name ?? sourceName;
}

/** What an amount was computed from: licences, price and, for a part of a period, days. */
function basis(
  { quantity, unitPrice, days, ofDays }: QuoteLine,
  quote: Quote,
  l: Localiser,
): string {
  const licenses = counted(l, 'cards.review.basis', quantity, {
    price: l.money(money(unitPrice, quote.currency)),
  });
  if (days === undefined || ofDays === undefined) return licenses;
  return `${licenses} · ${counted(l, 'cards.review.days', days, { ofDays: l.number(ofDays) })}`;
}

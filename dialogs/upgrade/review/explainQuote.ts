/** How a quote was computed, line by line, so that it can be checked by hand (R92, R95, R101). */
import { quoteNotes } from '../../../cards/upgrade/review/quoteNotes.ts';
import { money } from '../../../commerce/model/money.ts';
import { creditInvoiceDays } from '../../../commerce/model/policyValues.ts';
import type { Quote, QuoteLine } from '../../../commerce/model/quote.ts';
import type { Localiser } from '../../../locales/localiser.ts';

/**
 * @param nameOf product name of a SKU. @param today ISO day of the account.
 * @returns paragraphs
 */
export function explainQuote(
  l: Localiser,
  quote: Quote,
  nameOf: (skuId: string) => string,
  today: string,
): string[] {
  const amount = (minor: number): string => l.money(money(minor, quote.currency));
  const explain = (line: QuoteLine): string => {
    const part = line.days !== undefined && line.ofDays !== undefined;
    return l.t(part ? 'dialogs.explain.part' : 'dialogs.explain.whole', {
      name: l.t(`cards.review.line.${line.kind}`, { name: nameOf(line.skuId) }),
      quantity: l.number(line.quantity),
      price: amount(line.unitPrice),
      days: line.days ?? 0,
      ofDays: line.ofDays ?? 0,
      amount: amount(line.amount),
    });
  };
  return [
    ...quote.lines.map(explain),
    l.t(quote.creditToInvoice > 0 ? 'dialogs.explain.credit' : 'dialogs.explain.due', {
      due: amount(quote.dueToday),
      credit: amount(quote.creditToInvoice),
    }),
    ...quoteNotes({ quote, ...invoiceOf(quote, today) }, l),
  ];
}

/** By when the invoice that shows the credit comes. @param today ISO day of the account */
export function invoiceOf(quote: Quote, today: string): { creditInvoiceBy?: string } {
  if (!quote.lines.some(({ kind }) => kind === 'credit')) return {};
  const day = Temporal.PlainDate.from(today).add({ days: creditInvoiceDays });
  return { creditInvoiceBy: day.toString() };
}

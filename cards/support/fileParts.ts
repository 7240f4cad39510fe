/** The whole file of a case: what stood there when it was opened, and what has happened to it since. */
import type { SupportCase } from '../../commerce/support/case.ts';
import type { CaseMessage } from '../../commerce/support/parts/messages.ts';
import type { CaseSnapshot } from '../../commerce/support/parts/snapshot.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, facts, heading, small, verbatim } from '../kit/elements.ts';
import { fileLinks } from './fileLinks.ts';
import { lookParts, timelineLines } from './lookParts.ts';

type Names = Readonly<Record<string, string>>;

/** Entries of a history that are shown: the newest. */
const shown = 6;
/** Files that lead on: the newest. */
const linked = 2;
/** Characters of a text. */
const longest = 160;

export function fileParts(
  { snapshot, looks, audit, messages }: SupportCase,
  names: Names,
  timeZone: string,
  l: Localiser,
): Element[] {
  const { order, correlation, lines } = snapshot;
  const passed = messages.flatMap(({ from, files = [] }) => (from === 'customer' ? files : []));
  return [
    ...figures(snapshot, names, l),
    ...(order && !looks.some(({ what }) => what === 'order')
      ? [
          heading(l.t('cards.case.order', { reference: order.id })),
          ...timelineLines(order, shown, timeZone, l),
        ]
      : []),
    ...(correlation.length > 0
      ? [heading(l.t('cards.case.correlation')), verbatim(...correlation)]
      : []),
    ...lookParts(looks, names, timeZone, l),
    ...(lines.length > 0
      ? [
          heading(l.t('cards.case.lines')),
          verbatim(...lines.map(({ by, text }) => `${l.t(`cases.by.${by}`)}: ${cut(text)}`)),
        ]
      : []),
    ...(messages.length > 0
      ? [
          heading(l.t('cards.case.messages')),
          verbatim(...messages.slice(-shown).map((message) => messageLine(message, l))),
          ...fileLinks(passed.slice(-linked), l),
        ]
      : []),
    heading(l.t('cards.case.history')),
    ...audit.slice(-shown).map(({ at, event, note }) => {
      const line = `${l.dateTime(at, timeZone)} · ${l.t(`cases.event.${event}`)}`;
      return note ? verbatim(line, cut(note)) : small(line);
    }),
  ];
}

function figures({ subscription, quote }: CaseSnapshot, names: Names, l: Localiser): Element[] {
  const amount = (minor: number): string =>
    quote ? l.money({ amount: minor, currency: quote.currency }) : '';
  const pairs: (readonly [string, string])[] = [
    ...(subscription
      ? [
          [l.t('cards.common.from'), names[subscription.skuId] ?? subscription.skuId] as const,
          [
            l.t('cards.case.licenses'),
            `${subscription.quantity} / ${subscription.assigned}`,
          ] as const,
          [l.t('cards.case.agreement'), subscription.agreement] as const,
        ]
      : []),
    ...(quote
      ? [
          [l.t('cards.common.to'), names[quote.targetSkuId] ?? quote.targetSkuId] as const,
          [l.t('cards.common.licenses'), l.number(quote.quantity)] as const,
          [l.t('cards.case.dueToday'), amount(quote.dueToday)] as const,
          [l.t('cards.case.perPeriod'), amount(quote.perPeriod)] as const,
        ]
      : []),
  ];
  return pairs.length > 0 ? [facts(pairs)] : [];
}

function messageLine({ from, text, push, files = [] }: CaseMessage, l: Localiser): string {
  const sent = push ? `(${l.t(`cases.event.${push.is}`)}) ` : '';
  const names = files.map(({ name }) => ` [${name}]`).join('');
  return `${l.t(`cases.by.${from}`)}: ${sent}${cut(text)}${names}`;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

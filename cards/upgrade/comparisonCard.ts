/** Two or three plans side by side, each measured against the plan of today. */

import type { Comparison } from '../../commerce/catalog/targets.ts';
import type { PricedPlan } from '../../commerce/checkout/pricedPlans.ts';
import { dataServiceSchema } from '../../commerce/model/plan.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, paragraph, small, table } from '../kit/elements.ts';
import { folded } from '../kit/folded.ts';
import { frame } from '../kit/frame.ts';
import { counted, purchaseTerms } from '../kit/wording.ts';

export const comparisonCardKind = defineCard('comparison', {
  verbs: ['plan.choose', 'plan.back'],
  asks: true,
  private: 'prices',
  givesWay: true,
  showsPriceOrOrder: true,
});

export interface ComparisonView {
  sourceName: string;
  /** Two or three plans of the plans card, each compared with the source. */
  items: (PricedPlan & { choice: string })[];
}

export function comparisonCard(view: ComparisonView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(comparisonCardKind, context);
  const planNames = view.items.map(({ plan }) => plan.name);
  const columns = [3, ...view.items.map(() => 2)];
  const header = [l.t('cards.comparison.header'), ...planNames];
  const rows = [
    ...priceRows(view.items, l),
    seatRow(view.items, l),
    ...serviceRows(view.items, l),
    ...featureRows(view.items, l),
  ];
  const [different, alike] = [rows.filter(differs), rows.filter((row) => !differs(row))];
  return frame(comparisonCardKind, context, {
    title: l.t('cards.comparison.title'),
    summary: l.t('cards.comparison.summary', { names: planNames.join(', ') }),
    body: [
      paragraph(l.t('cards.comparison.intro', { source: view.sourceName })),
      ...(different.length > 0 ? [table(columns, [header, ...different])] : []),
      ...alikeRows(columns, header, alike, l),
      ...(view.items.some(({ assumedPrice }) => assumedPrice)
        ? [small(l.t('cards.common.assumedPrice'))]
        : []),
    ],
    actions: [
      ...view.items.map(({ plan, choice }) =>
        button({
          verb: 'plan.choose',
          title: l.t('cards.common.chooseNamed', { name: plan.name }),
          choice,
        }),
      ),
      button({ verb: 'plan.back', title: l.t('cards.common.backToPlans') }),
    ],
  });
}

/** Whether the plans are unlike each other in it. */
function differs([, ...cells]: readonly string[]): boolean {
  return new Set(cells).size > 1;
}

function alikeRows(
  columns: readonly number[],
  header: readonly string[],
  rows: readonly string[][],
  l: Localiser,
): Element[] {
  if (rows.length === 0) return [];
  return folded({
    id: 'alike',
    items: [table(columns, [[...header], ...rows])],
    show: l.t('cards.comparison.showAlike'),
    hide: l.t('cards.common.showLess'),
  });
}

function row(title: string, items: PricedPlan[], cell: (item: PricedPlan) => string): string[] {
  return [title, ...items.map(cell)];
}

function priceRows(items: PricedPlan[], l: Localiser): string[][] {
  return [
    row(l.t('cards.comparison.perLicense'), items, (item) => l.money(item.perLicence)),
    row(l.t('cards.comparison.total'), items, (item) => l.money(item.total)),
    row(l.t('cards.comparison.terms'), items, (item) => purchaseTerms(item.terms, l)),
  ];
}

/** How each service stands, the first that holds; a service that no plan has gets no row. */
const marks = ['higher', 'same', 'lost'] as const;

function serviceRows(items: PricedPlan[], l: Localiser): string[][] {
  return dataServiceSchema.options
    .filter((service) =>
      items.some(({ comparison }) => marks.some((mark) => comparison[mark].includes(service))),
    )
    .map((service) =>
      row(l.t(`services.${service}`), items, ({ comparison }) =>
        markOf(marks.find((mark) => comparison[mark].includes(service)) ?? 'missing', l),
      ),
    );
}

function seatRow(items: PricedPlan[], l: Localiser): string[] {
  return row(l.t('cards.comparison.seats'), items, ({ plan: { seatCap } }) =>
    seatCap === undefined
      ? l.t('cards.comparison.noCap')
      : counted(l, 'cards.comparison.cap', seatCap),
  );
}

/**
 * Only what differs from the plan of today. Features on which the plans agree with each other stand
 * in one row, so that a long list stays readable and the card small.
 */
function featureRows(items: PricedPlan[], l: Localiser): string[][] {
  return [
    ...groupedRows(items, l, 'featuresGained', 'gained', 'missing'),
    ...groupedRows(items, l, 'featuresLost', 'lost', 'same'),
  ];
}

function groupedRows(
  items: PricedPlan[],
  l: Localiser,
  list: 'featuresGained' | 'featuresLost',
  inList: string,
  otherwise: string,
): string[][] {
  const features = [...new Set(items.flatMap(({ comparison }) => comparison[list]))];
  const cellOf = (comparison: Comparison, feature: string) =>
    markOf(comparison[list].includes(feature) ? inList : otherwise, l);
  const alike = Map.groupBy(features, (feature) =>
    items.map(({ comparison }) => cellOf(comparison, feature)).join('\n'),
  );
  return [...alike.values()].map((group) => {
    const [first = ''] = group;
    return row(listOf(group, l), items, ({ comparison }) => cellOf(comparison, first));
  });
}

/** Several as a Markdown list: in a narrow column a line each reads better. */
function listOf(features: readonly string[], l: Localiser): string {
  const written = features.map((feature) => l.t(`features.${feature}`));
  return written.length === 1 ? written.join() : written.map((name) => `- ${name}`).join('\n');
}

function markOf(mark: string, l: Localiser): string {
  return l.t(`cards.comparison.mark.${mark}`);
}

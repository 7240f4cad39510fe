/** Two plans side by side, each measured against the plan of today. */
import type { DataService } from '../commerce/plan.ts';
import type { Localiser } from '../locales/localiser.ts';
import { buttonsOf } from './buttons.ts';
import type { Card, CardContext } from './card.ts';
import { paragraph, small, table } from './elements.ts';
import { frame } from './frame.ts';
import type { ComparisonView, PlanItem } from './views.ts';
import { purchaseTerms } from './wording.ts';

export function comparisonCard(view: ComparisonView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf<'comparison'>(context);
  const planNames = view.items.map(({ plan }) => plan.name);
  const rows = [
    [l.t('cards.comparison.header'), ...planNames],
    ...priceRows(view.items, l),
    ...serviceRows(view.items, l),
    ...featureRows(view.items, l),
  ];
  return frame('comparison', {
    title: l.t('cards.comparison.title'),
    summary: l.t('cards.comparison.summary', { names: planNames.join(', ') }),
    body: [
      paragraph(l.t('cards.comparison.intro', { source: view.sourceName })),
      table([3, ...view.items.map(() => 2)], rows),
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

function row(title: string, items: PlanItem[], cell: (item: PlanItem) => string): string[] {
  return [title, ...items.map(cell)];
}

function priceRows(items: PlanItem[], l: Localiser): string[][] {
  return [
    row(l.t('cards.comparison.perLicense'), items, (item) => l.money(item.perLicence)),
    row(l.t('cards.comparison.total'), items, (item) => l.money(item.total)),
    row(l.t('cards.comparison.terms'), items, (item) => purchaseTerms(item.terms, l)),
  ];
}

function serviceRows(items: PlanItem[], l: Localiser): string[][] {
  const services = unique(
    items.flatMap(({ comparison }) => comparison.same.concat(comparison.higher)),
  );
  return services.map((service: DataService) =>
    row(l.t(`services.${service}`), items, ({ comparison }) => {
      if (comparison.higher.includes(service)) return l.t('cards.comparison.mark.higher');
      return l.t(
        comparison.same.includes(service)
          ? 'cards.comparison.mark.same'
          : 'cards.comparison.mark.missing',
      );
    }),
  );
}

/** Only what differs from the plan of today; what a plan neither gains nor loses is as before. */
function featureRows(items: PlanItem[], l: Localiser): string[][] {
  const gained = unique(items.flatMap(({ comparison }) => comparison.featuresGained));
  const lost = unique(items.flatMap(({ comparison }) => comparison.featuresLost));
  return [
    ...gained.map((feature) =>
      row(l.t(`features.${feature}`), items, ({ comparison }) =>
        l.t(
          comparison.featuresGained.includes(feature)
            ? 'cards.comparison.mark.gained'
            : 'cards.comparison.mark.missing',
        ),
      ),
    ),
    ...lost.map((feature) =>
      row(l.t(`features.${feature}`), items, ({ comparison }) =>
        l.t(
          comparison.featuresLost.includes(feature)
            ? 'cards.comparison.mark.lost'
            : 'cards.comparison.mark.same',
        ),
      ),
    ),
  ];
}

function unique<Value>(values: Value[]): Value[] {
  return [...new Set(values)];
}

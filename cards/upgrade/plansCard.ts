/** The plans that keep the data safe, cheapest first. */
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import {
  actionSet,
  block,
  type Element,
  heading,
  paragraph,
  prominent,
  small,
  withButton,
} from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { pageButtons, pageLine } from '../kit/pager.ts';
import { counted, names, purchaseTerms } from '../kit/wording.ts';
import type { PlanItem, PlansView } from '../views.ts';

export function plansCard(view: PlansView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf<'plans'>(context);
  const [cheapest] = view.items;
  return frame('plans', {
    title: l.t('cards.plans.title', { source: view.sourceName }),
    summary: cheapest
      ? l.t('cards.plans.summary', {
          source: view.sourceName,
          name: cheapest.plan.name,
          price: l.money(cheapest.perLicence),
        })
      : l.t('cards.plans.none'),
    body: [
      paragraph(l.t(cheapest ? 'cards.plans.intro' : 'cards.plans.none')),
      ...todayLine(view, l),
      ...view.items.map((item) => planBlock(item, view.quantity, context)),
      ...assumedLine(view, l),
      ...cappedLine(view, l),
      ...pageLine(view, l),
      ...compareQuestion(view, context),
    ],
    actions: [
      ...pageButtons(view, l, (title, choice) => button({ verb: 'plan.page', title, choice })),
      button({ verb: 'upgrade.start', title: l.t('cards.common.otherProduct') }),
    ],
  });
}

function todayLine({ today, sourceName }: PlansView, l: Localiser): Element[] {
  if (!today) return [];
  return [small(l.t('cards.plans.today', { source: sourceName, price: l.money(today) }))];
}

function planBlock(
  item: PlansView['items'][number],
  quantity: number,
  context: CardContext,
): Element {
  const { l } = context;
  const { plan, comparison } = item;
  const choose = buttonsOf<'plans'>(context)({
    verb: 'plan.choose',
    title: l.t('cards.common.choose'),
    tooltip: l.t('cards.common.chooseNamed', { name: plan.name }),
    choice: item.choice,
  });
  return block(
    withButton([heading(plan.name), ...priceLines(item, quantity, l)], choose),
    ...list('cards.plans.higher', names('services', comparison.higher, l), l),
    ...list('cards.plans.same', names('services', comparison.same, l), l),
    ...gainedLine(comparison.featuresGained, l),
    ...list('cards.plans.lost', names('features', comparison.featuresLost, l), l).map((line) => ({
      ...line,
      color: 'Warning',
    })),
  );
}

function priceLines(item: PlanItem, quantity: number, l: Localiser): Element[] {
  return [
    prominent(
      l.t(item.assumedPrice ? 'cards.plans.perLicenseAssumed' : 'cards.plans.perLicense', {
        price: l.money(item.perLicence),
      }),
    ),
    small(
      counted(l, 'cards.plans.total', quantity, {
        total: l.money(item.total),
        terms: purchaseTerms(item.terms, l),
      }),
    ),
  ];
}

function list(key: string, written: string, l: Localiser): Element[] {
  return written === '' ? [] : [{ ...paragraph(l.t(key, { names: written })), spacing: 'Small' }];
}

/** More gains than these are told by their number; the comparison has them all. */
const gainsShown = 6;

function gainedLine(ids: readonly string[], l: Localiser): Element[] {
  const shown = names('features', ids.slice(0, gainsShown), l);
  const more = ids.length - gainsShown;
  if (more <= 0) return list('cards.plans.gained', shown, l);
  return [
    {
      ...paragraph(counted(l, 'cards.plans.gainedMore', more, { names: shown })),
      spacing: 'Small',
    },
  ];
}

function assumedLine({ items }: PlansView, l: Localiser): Element[] {
  const assumed = items.some(({ assumedPrice }) => assumedPrice);
  return assumed ? [block(small(l.t('cards.common.assumedPrices')))] : [];
}

function cappedLine({ cappedNames }: PlansView, l: Localiser): Element[] {
  if (cappedNames.length === 0) return [];
  return [block(paragraph(l.t('cards.plans.capped', { names: cappedNames.join(', ') })))];
}

function compareQuestion({ items }: PlansView, context: CardContext): Element[] {
  if (items.length < 2) return [];
  const { l } = context;
  const compare = buttonsOf<'plans'>(context)({
    verb: 'plan.compare',
    title: l.t('cards.plans.compareButton'),
    inputs: true,
  });
  return [
    block(
      {
        type: 'Input.ChoiceSet',
        id: 'compare',
        label: l.t('cards.plans.compareLabel'),
        isRequired: true,
        errorMessage: l.t('cards.plans.compareError'),
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        choices: items.map(({ plan, choice }) => ({ title: plan.name, value: choice })),
      },
      actionSet([compare]),
    ),
  ];
}

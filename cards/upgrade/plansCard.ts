/** The plans that keep the data safe: the one that is proposed, the others, and those that lose something. */
import { z } from 'zod';
import type { PricedPlan } from '../../commerce/checkout/pricedPlans.ts';
import type { Money } from '../../commerce/model/money.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { actionSet, block, type Element, paragraph, small } from '../kit/elements.ts';
import { folded } from '../kit/folded.ts';
import { frame } from '../kit/frame.ts';
import { type Paged, pageButtons, pageLine } from '../kit/pager.ts';
import { counted } from '../kit/wording.ts';
import { planBlock, recommendedBlock } from './planBlock.ts';

export const plansCardKind = defineCard('plans', {
  verbs: ['plan.choose', 'plan.compare', 'plan.page', 'upgrade.start'],
  asks: true,
  private: 'prices',
  givesWay: true,
  pageVerb: 'plan.page',
  showsPriceOrOrder: true,
});

/** A multi-select ChoiceSet answers with a comma between the values. */
export const compareInputSchema = z.object({
  compare: z
    .string()
    .max(400)
    .transform((value) => value.split(',').filter(Boolean)),
});

export interface PlansView extends Paged<PricedPlan> {
  /** There is no other subscription to choose. */
  alone?: true;
  sourceName: string;
  /** The choice that is proposed, on whichever page; none where every plan loses something. */
  recommended?: string;
  /** What the present plan costs per licence and month. */
  today?: Money;
  quantity: number;
  /** Offered plans that the seat cap closes (R45). */
  cappedNames: string[];
}

export function plansCard(view: PlansView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(plansCardKind, context);
  const [first] = view.items;
  return frame(plansCardKind, context, {
    title: l.t('cards.plans.title', { source: view.sourceName }),
    summary: first ? summaryOf(first, view, l) : l.t('cards.plans.none'),
    body: [
      paragraph(l.t(first ? 'cards.plans.intro' : 'cards.plans.none')),
      ...todayLine(view, l),
      ...planBlocks(view, context),
      ...assumedLine(view, l),
      ...cappedLine(view, l),
      ...(isFolded(view) ? [] : pageLine(view, l)),
      ...compareQuestion(view, context),
    ],
    actions: [
      ...(isFolded(view) ? [] : turnPage(view, context)),
      ...(view.alone
        ? []
        : [button({ verb: 'upgrade.start', title: l.t('cards.common.otherProduct') })]),
    ],
  });
}

function summaryOf(
  { plan, perLicence, choice }: PlansView['items'][number],
  { recommended, sourceName }: PlansView,
  l: Localiser,
): string {
  const key = choice === recommended ? 'summaryRecommended' : 'summary';
  const values = { source: sourceName, name: plan.name, price: l.money(perLicence) };
  return l.t(`cards.plans.${key}`, values);
}

/** So many are seen at once; the others of the page are a press away. */
const seenAtOnce = 3;

/** Who has turned the page wants to see them all. */
function isFolded({ items, page }: PlansView): boolean {
  return page === 1 && items.length - seenAtOnce > 1;
}

function turnPage(view: PlansView, context: CardContext): Element[] {
  const button = buttonsOf(plansCardKind, context);
  return pageButtons(view, context.l, (title, choice) =>
    button({ verb: 'plan.page', title, choice }),
  );
}

/** With the way to the next page in it: one button for more, not two. */
function planBlocks(view: PlansView, context: CardContext): Element[] {
  const { l } = context;
  const blocks = view.items.map((item) => {
    const draw = item.choice === view.recommended ? recommendedBlock : planBlock;
    return draw(item, view, chooseButton(item, view, context), l);
  });
  if (!isFolded(view)) return blocks;
  const left = blocks.length - seenAtOnce;
  const next = turnPage(view, context);
  return [
    ...blocks.slice(0, seenAtOnce),
    small(l.t('cards.plans.rest')),
    ...folded({
      id: 'more-plans',
      items: [
        ...blocks.slice(seenAtOnce),
        ...(next.length > 0 ? [...pageLine(view, l), actionSet(next)] : []),
      ],
      show:
        next.length > 0 ? l.t('cards.plans.showRest') : counted(l, 'cards.plans.showMore', left),
      hide: l.t('cards.common.showLess'),
    }),
  ];
}

function todayLine({ today, sourceName }: PlansView, l: Localiser): Element[] {
  if (!today) return [];
  return [small(l.t('cards.plans.today', { source: sourceName, price: l.money(today) }))];
}

function chooseButton(
  { plan, choice }: PlansView['items'][number],
  { recommended }: PlansView,
  context: CardContext,
): Element {
  const { l } = context;
  return buttonsOf(
    plansCardKind,
    context,
  )({
    verb: 'plan.choose',
    title: l.t('cards.common.choose'),
    tooltip: l.t('cards.common.chooseNamed', { name: plan.name }),
    choice,
    ...(choice === recommended ? { primary: true } : {}),
  });
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
  const compare = buttonsOf(
    plansCardKind,
    context,
  )({
    verb: 'plan.compare',
    title: l.t('cards.plans.compareButton'),
    inputs: true,
  });
  return [
    block(
      ...folded({
        id: 'compare-plans',
        items: [marks(items, l), actionSet([compare])],
        show: l.t('cards.plans.compareShow'),
        hide: l.t('cards.common.showLess'),
      }),
    ),
  ];
}

function marks(items: PlansView['items'], l: Localiser): Element {
  return {
    type: 'Input.ChoiceSet',
    id: 'compare',
    label: l.t('cards.plans.compareLabel'),
    isRequired: true,
    errorMessage: l.t('cards.plans.compareError'),
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    choices: items.map(({ plan, choice }) => ({ title: plan.name, value: choice })),
  };
}

/** One of the plans on offer: what it costs beside today's, what it brings and loses, and the button that chooses it. */
import type { PricedPlan } from '../../commerce/checkout/pricedPlans.ts';
import { type Money, money } from '../../commerce/model/money.ts';
import type { Localiser } from '../../locales/localiser.ts';
import {
  badge,
  block,
  type Element,
  heading,
  paragraph,
  prominent,
  small,
  withButton,
} from '../kit/elements.ts';
import { counted, names, purchaseTerms } from '../kit/wording.ts';

export interface PlanBeside {
  /** What the present plan costs per licence and month. */
  today?: Money;
  quantity: number;
}

/** The one that is proposed: why, and what is new a line each. @param choose the button that chooses it */
export function recommendedBlock(
  item: PricedPlan,
  beside: PlanBeside,
  choose: Element,
  l: Localiser,
): Element {
  const { plan, comparison } = item;
  return {
    ...block(
      badge(l.t('cards.plans.recommended'), 'Good'),
      withButton([heading(plan.name), ...priceLines(item, beside, l)], choose),
      paragraph(l.t('cards.plans.recommendedWhy')),
      ...gainedList(comparison.featuresGained, l),
      ...moreLine(comparison.higher, l),
    ),
    style: 'emphasis',
  };
}

/** @param choose the button that chooses it */
export function planBlock(
  item: PricedPlan,
  beside: PlanBeside,
  choose: Element,
  l: Localiser,
): Element {
  const { plan, comparison } = item;
  const loses = comparison.featuresLost.length > 0;
  const title = loses ? l.t('cards.plans.losing', { name: plan.name }) : plan.name;
  return block(
    withButton([heading(title), ...priceLines(item, beside, l)], choose),
    ...lostLine(comparison.featuresLost, l),
    ...gainedLine(comparison.featuresGained, l),
    ...moreLine(comparison.higher, l),
  );
}

function priceLines(item: PricedPlan, { today, quantity }: PlanBeside, l: Localiser): Element[] {
  const { perLicence, total, assumedPrice } = item;
  const terms = purchaseTerms(item.terms, l);
  const difference = today && (perLicence.amount - today.amount) * quantity;
  const each = l.t(assumedPrice ? 'cards.plans.perLicenseAssumed' : 'cards.plans.perLicense', {
    price: l.money(perLicence),
  });
  const all = small(counted(l, 'cards.plans.total', quantity, { total: l.money(total), terms }));
  if (difference === undefined) return [prominent(each), all];
  const amount = l.money(money(Math.abs(difference), perLicence.currency));
  const direction = directionOf(difference);
  // What it adds to the bill is what is decided by.
  return [
    prominent(counted(l, `cards.plans.difference.${direction}`, quantity, { amount })),
    close(each),
    all,
  ];
}

const directionOf = (difference: number): 'more' | 'less' | 'same' =>
  difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';

function lostLine(ids: readonly string[], l: Localiser): Element[] {
  if (ids.length === 0) return [close(l.t('cards.plans.nothingLost'))];
  const lost = l.t('cards.plans.lost', { names: names('features', ids, l) });
  return [{ ...close(lost), color: 'Warning' }];
}

function moreLine(ids: PricedPlan['comparison']['higher'], l: Localiser): Element[] {
  if (ids.length === 0) return [];
  return [close(l.t('cards.plans.more', { names: names('services', ids, l) }))];
}

/** More gains than these are told by their number; the comparison has them all. */
const gainsInALine = 3;
const gainsInAList = 6;

function gainedLine(ids: readonly string[], l: Localiser): Element[] {
  if (ids.length === 0) return [];
  const gained = shortened(ids, gainsInALine, l).join('; ');
  return [close(l.t('cards.plans.gained', { names: gained }))];
}

/** A Markdown list. */
function gainedList(ids: readonly string[], l: Localiser): Element[] {
  if (ids.length === 0) return [];
  const list = shortened(ids, gainsInAList, l).map((name) => `- ${name}`);
  return [close(l.t('cards.plans.gainedList', { list: list.join('\n') }))];
}

function shortened(ids: readonly string[], most: number, l: Localiser): string[] {
  const left = ids.length - most;
  // To name one more takes no more room than to count it.
  const shown = left <= 1 ? ids : ids.slice(0, most);
  const named = shown.map((id) => l.t(`features.${id}`));
  return left <= 1 ? named : [...named, counted(l, 'cards.plans.andMore', left)];
}

function close(text: string): Element {
  return { ...paragraph(text), spacing: 'Small' };
}

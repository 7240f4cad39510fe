/** One of the plans on offer: its price, what it keeps, brings and loses, and the button that chooses it. */

import type { PricedPlan } from '../../commerce/checkout/pricedPlans.ts';
import type { Localiser } from '../../locales/localiser.ts';
import {
  block,
  type Element,
  heading,
  paragraph,
  prominent,
  small,
  withButton,
} from '../kit/elements.ts';
import { counted, names, purchaseTerms } from '../kit/wording.ts';

/** @param choose the button that chooses it */
export function planBlock(
  item: PricedPlan,
  quantity: number,
  choose: Element,
  l: Localiser,
): Element {
  const { plan, comparison } = item;
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

function priceLines(item: PricedPlan, quantity: number, l: Localiser): Element[] {
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

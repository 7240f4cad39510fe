/** What a text asks for in an upgrade, worked out against what is owned and chosen so far. */
import type { Selection } from '../../commerce/checkout/purchase.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { countOf } from '../../understanding/reading/numbers/quantity.ts';
import { understand } from '../../understanding/understand.ts';

export interface Wanted {
  /** Licences. */
  quantity?: number;
  terms?: PurchaseTerms;
  /** Said, but not so that one could be sure of it. */
  unclear: ('quantity' | 'terms')[];
}

/** @param owned licences of the subscription today. @param present what is chosen so far */
export function wantedIn(
  text: string,
  owned: number,
  present: Pick<Selection, 'quantity'>,
): Wanted {
  const { quantity, terms } = understand(text);
  const unclear: Wanted['unclear'] = [];
  if (quantity === 'unclear') unclear.push('quantity');
  if (terms === 'unclear') unclear.push('terms');
  return {
    ...(quantity === undefined || quantity === 'unclear'
      ? {}
      : { quantity: countOf(quantity, owned, present.quantity) }),
    ...(terms === undefined || terms === 'unclear' ? {} : { terms }),
    unclear,
  };
}

/** The choice with what is wanted in it. */
export function withWanted(chosen: Selection, { quantity, terms }: Wanted): Selection {
  return { ...chosen, ...terms, ...(quantity === undefined ? {} : { quantity }) };
}

/** `30 licenses, 1 year, paid yearly`: what a choice says in one line. */
export function inOneLine(l: Localiser, { quantity, term, billing }: Selection): string {
  return l.t('dialogs.configure.chosen', {
    count: l.number(quantity),
    term: l.t(`terms.term.${term}`),
    billing: l.t(`terms.billing.${billing}`),
  });
}

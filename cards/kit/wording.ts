/** Business values in the reader's words. */

import { memoize } from '../../commerce/base/memoize.ts';
import type { Reason, ReasonValue } from '../../commerce/diagnosis/reason.ts';
import type { Address, Agreement, PaymentMethod } from '../../commerce/model/account.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import { isKnown, type OrUnknown } from '../../commerce/model/unknown.ts';
import type { Localiser } from '../../locales/localiser.ts';

/** A sentence that bends with `count`; the sentence shows it as `{{n}}`, with the right separators. */
export function counted(
  l: Localiser,
  key: string,
  count: number,
  values: Record<string, string | number> = {},
): string {
  return l.t(key, { ...values, count, n: l.number(count) });
}

/** "1 year, paid monthly". */
export function purchaseTerms({ term, billing }: PurchaseTerms, l: Localiser): string {
  return l.t('terms.purchase', {
    term: l.t(`terms.term.${term}`),
    billing: l.t(`terms.billing.${billing}`),
  });
}

export function paymentMethod({ kind, hint }: PaymentMethod, l: Localiser): string {
  return l.t(`terms.payment.${kind}`, { hint });
}

/** Names of services or features in one line. */
export function names(
  group: 'services' | 'features',
  ids: readonly string[],
  l: Localiser,
): string {
  return ids.map((id) => l.t(`${group}.${id}`)).join('; ');
}

const regionsIn = memoize((locale) => new Intl.DisplayNames([locale], { type: 'region' }));

export function country(code: string, l: Localiser): string {
  if (!/^[a-z]{2}$/i.test(code)) return code;
  return regionsIn(l.locale).of(code.toUpperCase()) ?? code;
}

export function addressLines(address: Address, l: Localiser): string[] {
  return [
    address.name,
    address.street,
    `${address.postalCode} ${address.city}`,
    country(address.country, l),
  ];
}

/** A sentence of `reasons.<CODE>`, with the reason's values written out. */
export function reasonSentence(
  { code, values }: Pick<Reason, 'code' | 'values'>,
  part: 'title' | 'cause' | 'remedy',
  l: Localiser,
): string {
  return l.t(`reasons.${code}.${part}`, writeOut(values, l));
}

/** The steps of a reason's remedy, one sentence or two each. */
export function reasonSteps(reason: Reason, l: Localiser): string[] {
  const { code, steps, values } = reason;
  if (!steps) return reasonSentence(reason, 'remedy', l).split('\n');
  const written = writeOut(values, l);
  return steps.map((step) => l.t(`reasons.${code}.steps.${step}`, written));
}

/** Who may do it: roles differ by agreement (R5, R6, R9). */
export function reasonWho(
  { code }: Pick<Reason, 'code'>,
  agreement: OrUnknown<Agreement>,
  l: Localiser,
): string {
  const under = (context: Agreement): string => l.t(`reasons.${code}.who`, { context });
  if (isKnown(agreement)) return under(agreement);
  const [older, newer] = [under('MOSA'), under('MCA')];
  return older === newer ? older : l.t('cards.diagnosis.whoEither', { older, newer });
}

/** Amounts, ISO days and numbers in the reader's language; names as they are. */
export function writeOut(
  values: Record<string, ReasonValue>,
  l: Localiser,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, writeOne(name, value, l)]),
  );
}

function writeOne(name: string, value: ReasonValue, l: Localiser): string | number {
  if (typeof value === 'object') return l.money(value);
  // The plural is chosen by `count`, which therefore has to stay a number.
  if (typeof value === 'number') return name === 'count' ? value : l.number(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? l.date(value) : value;
}

/** What came of a sentence, held against what should have. */
import { localiser } from '../../../locales/localiser.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';
import type { ExamItem } from './examItem.ts';
import type { Seen } from './sitting.ts';

/**
 * `asked`: not understood, and said so. `wrong`: something else was done or answered. `harmful`: a
 * review of something that was not said, or an order.
 */
export type Verdict = 'right' | 'asked' | 'wrong' | 'harmful';

const owned = { fresh: 25, plans: 25, configure: 25, review: 30 };
const usual = 'P1Y+monthly';

/** The sentences of a key, in both languages, whatever is filled in. */
function says(seen: Seen, ...keys: string[]): boolean {
  const beginnings = (['en-US', 'sv-SE'] as const).flatMap((locale) =>
    keys.map((key) => localiser(locale).t(key).split('{{')[0]?.trim() ?? ''),
  );
  return seen.texts.some((text) =>
    beginnings.some((start) => start !== '' && text.includes(start.slice(0, 60))),
  );
}

const nameOf = (skuId: string | undefined): string | undefined =>
  skuId === undefined ? undefined : catalog.find(skuId)?.name;

const hinted = [
  'dialogs.notUnderstood',
  'dialogs.noAnswer',
  'dialogs.plans.hint',
  'dialogs.configure.hint',
  'dialogs.review.hint',
  'dialogs.configure.unclear.quantity',
  'dialogs.configure.unclear.terms',
  'dialogs.configure.wholeNumber',
  'dialogs.plans.noted',
  'dialogs.plans.notOffered',
  'dialogs.plans.compareTwo',
  'dialogs.configure.askTerms',
  // Nothing was done, and the way on is said.
  'dialogs.hold',
  'dialogs.review.hold',
];

export function judge(item: ExamItem, seen: Seen): Verdict {
  if (seen.orders.length > 0 && item.does !== 'place') return 'harmful';
  if (isWrongReview(item, seen)) return 'harmful';
  if (isRight(item, seen)) return 'right';
  return asks(seen) ? 'asked' : 'wrong';
}

/** Not understood, and said so; or two readings to choose from. */
function asks(seen: Seen): boolean {
  return says(seen, ...hinted) || seen.cards.includes('readings');
}

const reviews = ['review', 'forfeit', 'change-soldto', 'change-payment'];

function inReview({ step = '', quote }: Seen): boolean {
  return quote !== undefined && reviews.includes(step);
}

/** A review that shows what was not said. */
function isWrongReview(item: ExamItem, seen: Seen): boolean {
  const { quote } = seen;
  if (!inReview(seen) || !quote) return false;
  const isUpgrade = item.does === 'upgrade' || item.does === 'next';
  if (!isUpgrade && item.at !== 'review') return true;
  // To ask, with the review as it was, is no harm.
  return !isAsWanted(item, quote) && !(item.at === 'review' && isUnchanged(quote));
}

function isAsWanted(item: ExamItem, quote: NonNullable<Seen['quote']>): boolean {
  const wanted = {
    to:
      item.to ??
      (item.at === 'fresh' || item.at === 'plans' ? '' : 'Microsoft 365 Business Premium'),
    quantity: item.quantity ?? owned[item.at],
    term: item.term ?? usual,
  };
  return (
    nameOf(quote.targetSkuId) === wanted.to &&
    quote.quantity === wanted.quantity &&
    `${quote.term}+${quote.billing}` === wanted.term
  );
}

function isUnchanged(quote: NonNullable<Seen['quote']>): boolean {
  return (
    quote.quantity === 30 &&
    `${quote.term}+${quote.billing}` === usual &&
    nameOf(quote.targetSkuId) === 'Microsoft 365 Business Premium'
  );
}

const does: Record<string, (item: ExamItem, seen: Seen) => boolean> = {
  upgrade: isUpgraded,
  next: (_item, seen) => inReview(seen) || seen.step === 'configure',
  place: (_item, { orders }) => orders.length === 1,
  // A question beside it is answered above.
  hold: ({ at, also }, seen) =>
    seen.step === (at === 'fresh' ? undefined : at) &&
    (seen.cards.length === 0 || also !== undefined) &&
    says(seen, 'dialogs.hold', 'dialogs.review.hold'),
  back: ({ at }, { step, cards }) =>
    step !== undefined && (step !== at || (at === 'plans' && cards.length > 0)),
  cancel: (_item, seen) =>
    seen.step === undefined && says(seen, 'dialogs.cancelled', 'dialogs.nothingToCancel'),
  startOver: (_item, { step, cards }) => step === undefined && cards.includes('home'),
  status: (_item, { cards }) => cards.includes('status') || cards.includes('order'),
  withdraw: (_item, seen) => says(seen, 'dialogs.withdraw.none') || seen.cards.includes('order'),
  compare: ({ plans }, { cards }) =>
    cards.includes('comparison') ||
    (plans === undefined && cards.includes('answer')) ||
    cards.includes('answer'),
  price: (_item, seen) =>
    says(seen, 'dialogs.explain.all', 'dialogs.explain.part', 'dialogs.explain.whole') ||
    (seen.texts.length > 0 && seen.cards.length === 0),
  payment: (item, seen) => isChanged('change-payment', item, seen),
  address: (item, seen) => isChanged('change-soldto', item, seen),
  // Before the review, the step that waits asks for that itself.
  items: (item, seen) =>
    isChanged('change-items', item, seen) ||
    (item.at === 'configure' && says(seen, 'dialogs.configure.hint')),
  question: (_item, seen) => seen.cards.includes('answer') || says(seen, 'dialogs.noAnswer'),
  help: (_item, { cards }) => cards.includes('answer') || cards.includes('home'),
  hello: (_item, { cards }) => cards.includes('home'),
  thanks: (_item, seen) => says(seen, 'dialogs.courtesy'),
  support: (_item, { cards }) => cards.includes('answer'),
  language: (_item, seen) => says(seen, 'dialogs.language', 'dialogs.otherLanguage'),
  refuse: (_item, seen) => says(seen, 'dialogs.refused'),
  unclear: (_item, seen) => asks(seen) || seen.cards.includes('home'),
};

/** With no review there is nothing to change here: an article says where it is changed. */
function isChanged(wanted: string, { at }: ExamItem, { step, cards }: Seen): boolean {
  return step === wanted || (at !== 'review' && cards.includes('answer'));
}

function isRight(item: ExamItem, seen: Seen): boolean {
  const also = typeof item.also === 'string' ? item.also : undefined;
  // What is wished is shown, and nothing is ordered.
  if (also === 'hold' && !says(seen, 'dialogs.hold', 'dialogs.review.hold')) return false;
  const other = also !== undefined && also !== 'hold' && also in does ? [also] : [];
  return [item.does, ...other].every((one) => does[one]?.(item, seen) ?? false);
}

function isUpgraded(item: ExamItem, seen: Seen): boolean {
  const { at, to, quantity, term } = item;
  const { step, targetSkuId, memory, quote } = seen;
  const known = at === 'configure' || at === 'review';
  if (to !== undefined && /\?|none/.test(to)) {
    const asked = says(seen, 'dialogs.plans.several', 'dialogs.plans.notOffered');
    return asked && (step === 'plans' || known);
  }
  if (to === undefined && !known) return step === 'plans' || says(seen, 'dialogs.plans.noted');
  const target = to ?? 'Microsoft 365 Business Premium';
  if (quantity === 'ask' || term === 'ask') {
    const place = step === 'configure' || step === 'review';
    // The card asks how many, and nothing of what was said is filled in there.
    if (step === 'configure' && !known && quantity === 'ask' && memory.quantity === undefined) {
      return nameOf(targetSkuId) === target;
    }
    return (
      place && says(seen, 'dialogs.configure.unclear.quantity', 'dialogs.configure.unclear.terms')
    );
  }
  const whole =
    (known && (term !== undefined || at === 'review')) ||
    (quantity !== undefined && term !== undefined);
  const outside =
    quantity !== undefined && (quantity < 25 || (quantity > 300 && target.includes('Business')));
  if (outside) return says(seen, 'dialogs.configure.tooFew', 'dialogs.configure.tooMany');
  if (quote && inReview(seen)) return isAsWanted(item, quote);
  if (step !== 'configure' || nameOf(targetSkuId) !== target) return false;
  if (term !== undefined && says(seen, 'dialogs.configure.notSold')) return true;
  if (whole) return false;
  return (
    (quantity === undefined || memory.quantity === quantity || quantity === 25) &&
    (term === undefined || `${memory.term}+${memory.billing}` === term)
  );
}

/**
 * What a reader's answer comes to: plain words of ours, which are then heard like typed ones. It is not believed:
 * a number must stand in the person's own text, a name in the lists it was given, and what we say in its place
 * must be understood as just that.
 */
import { type Locale, localiser } from '../locales/localiser.ts';
import { readingWords } from '../locales/reading.ts';
import { match } from './phrases.ts';
import type { Read, ReadingContext } from './reader.ts';
import type { Quantity } from './reading/numbers/quantity.ts';
import { tokensOf } from './reading/numbers/tokens.ts';
import { planIn } from './reading/plans.ts';
import { type Understood, understand } from './understand.ts';

export type OurWords =
  /** `withdraws`: to take an order back is the person's alone to say; its orders are shown. */
  { text: string; withdraws?: true } | { article: string };

/** @returns undefined when nothing is left of the answer */
export function inOurWords(
  text: string,
  read: Read,
  context: ReadingContext,
): OurWords | undefined {
  const { command, article, plan } = read;
  if (plan !== null && !context.plans.includes(plan)) return undefined;
  if (article !== null && !context.articles.some(({ id }) => id === article)) return undefined;
  if (command === 'withdraw') {
    return { text: commandIn('status', context.locale), withdraws: true };
  }
  if (command !== null && command !== 'upgrade') {
    const at = heardAt[command];
    return !at || at.includes(context.step ?? 'none')
      ? heard(commandIn(command, context.locale))
      : undefined;
  }
  if (article !== null) return { article };
  return wished(text, read, context);
}

/** Steps that hear a command; the others are heard anywhere. */
const heardAt: Partial<Record<NonNullable<Read['command']>, readonly string[]>> = {
  compare: ['plans'],
  back: [
    'plans',
    'comparison',
    'configure',
    'forfeit',
    'change-items',
    'change-payment',
    'change-soldto',
  ],
  recheck: ['diagnosis'],
  explain: ['review'],
  'change.payment': ['review'],
  'change.soldTo': ['review'],
  'change.items': ['review'],
};

type Wish = Pick<Read, 'plan'> & Pick<Understood, 'quantity' | 'terms'>;

/** What each step can be told of an upgrade; others hear nothing of it. */
const hears: Record<string, { anew: boolean; amounts: boolean }> = {
  none: { anew: true, amounts: true },
  products: { anew: true, amounts: true },
  diagnosis: { anew: true, amounts: true },
  plans: { anew: false, amounts: true },
  comparison: { anew: false, amounts: false },
  configure: { anew: false, amounts: true },
  review: { anew: false, amounts: true },
  'change-items': { anew: false, amounts: true },
};

function wished(text: string, read: Read, context: ReadingContext): OurWords | undefined {
  const { step = 'none', locale } = context;
  const hearing = hears[step];
  if (!hearing || !saysAnything(read)) return undefined;
  const said = understand(text);
  const terms = said.terms ?? read.terms ?? undefined;
  const wish: Wish = {
    plan: read.plan,
    ...(hearing.amounts ? { quantity: quantityMeant(text, read), terms } : {}),
  };
  const words = wordsFor(wish, locale);
  if (words.length === 0) {
    // Begun already, it says nothing new.
    return read.command && step === 'none' ? heard(commandIn('upgrade', locale)) : undefined;
  }
  const key = wish.plan === null ? 'reading.begin' : 'reading.beginWithPlan';
  const joined = words.join(', ');
  const line = hearing.anew ? localiser(locale).t(key, { what: joined }) : joined;
  return means(line, wish, context) ? heard(line) : undefined;
}

function saysAnything({ plan, command, quantity, terms }: Read): boolean {
  return plan !== null || command !== null || isClear(quantity) || isClear(terms);
}

function isClear(amount: unknown): boolean {
  return amount !== null && amount !== 'unclear';
}

/** What our own reading says of amounts holds; what it finds unclear is asked of the person. */
function quantityMeant(text: string, { quantity }: Read): Understood['quantity'] {
  const own = understand(text).quantity;
  if (own !== undefined || quantity === null || quantity === 'unclear') return own;
  if (quantity.is === 'count') return isWritten(text, quantity.count) ? quantity : undefined;
  if (quantity.is === 'more') return isWritten(text, Math.abs(quantity.by)) ? quantity : undefined;
  // A word of ours for it would have been found.
  return undefined;
}

/** Whether a number stands in the text, in digits or as a word, and is neither a name nor money. */
function isWritten(text: string, number: number): boolean {
  const tokens = tokensOf(text);
  const isMoney = (at: number): boolean =>
    [at - 1, at + 1].some((beside) => readingWords.currencies.includes(tokens[beside]?.text ?? ''));
  return tokens.some(({ value }, at) => value === number && value !== 365 && !isMoney(at));
}

function wordsFor({ plan, quantity, terms }: Wish, locale: Locale): string[] {
  const l = localiser(locale);
  const how = typeof terms === 'object' ? terms : undefined;
  return [
    plan ?? '',
    quantity === undefined || quantity === 'unclear' ? '' : quantityIn(quantity, locale),
    how ? `${l.t(`terms.term.${how.term}`)} ${l.t(`terms.billing.${how.billing}`)}` : '',
  ].filter(Boolean);
}

/** A wish for a plan with the amounts that a text says: whatever the text is, nothing in it orders. */
export function wishInOurWords(text: string, plan: string, locale: Locale): string {
  const { quantity, terms } = understand(text);
  const what = wordsFor({ plan, quantity, terms }, locale).join(', ');
  return localiser(locale).t('reading.beginWithPlan', { what });
}

const factors: Record<number, string> = { 2: 'double', 3: 'triple', 0.5: 'half' };

function quantityIn(quantity: Quantity, locale: Locale): string {
  const l = localiser(locale);
  switch (quantity.is) {
    case 'count':
      return l.t('reading.count', { number: quantity.count });
    case 'more':
      return l.t(quantity.by < 0 ? 'reading.fewer' : 'reading.more', {
        number: Math.abs(quantity.by),
      });
    case 'times': {
      const name = factors[quantity.factor];
      return name ? l.t(`reading.${name}`) : '';
    }
    case 'same':
      return l.t('reading.same');
  }
}

/** Whether our own reading hears in the words what they stand for. */
function means(words: string, { plan, quantity, terms }: Wish, { plans }: ReadingContext): boolean {
  const said = understand(words);
  const isSame = (one: unknown, other: unknown): boolean =>
    one === 'unclear' || JSON.stringify(one) === JSON.stringify(other);
  if (!isSame(quantity, said.quantity) || !isSame(terms, said.terms)) return false;
  if (plan === null) return true;
  const items = plans.map((name) => ({ choice: name, name }));
  const found = planIn(words, { items });
  return found !== undefined && 'found' in found && found.found.name === plan;
}

/** The first phrase of a command, which is how help names it. */
function commandIn(command: NonNullable<Read['command']>, locale: Locale): string {
  const [phrase = ''] = localiser(locale).list(`phrases.${command}`);
  return phrase.replace('*', '').trim();
}

/** Phrases that order, agree or give up: they are the person's alone. */
const personal = ['placeOrder', 'accept', 'acceptLoss', 'abandon', 'withdraw', 'next'];

/** Only what nobody could take for a yes, or for giving up. */
function heard(text: string): OurWords | undefined {
  const { consents, refused, orders } = understand(text);
  const isPersonal = personal.some((key) => match(text, key) !== undefined);
  return isPersonal || consents || refused || orders || text === '' ? undefined : { text };
}

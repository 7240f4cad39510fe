/** How many licences, for how long, paid how often: the questions of `configure` and `change-items`. */
import { z } from 'zod';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import type { Money } from '../../commerce/model/money.ts';
import {
  type BillingCycle,
  type PurchaseTerms,
  purchaseTermsSchema,
  type Term,
} from '../../commerce/model/terms.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, paragraph, small } from '../kit/elements.ts';
import type { Content } from '../kit/frame.ts';
import { lossWarning } from '../kit/losses.ts';
import { type Problem, problemBox } from '../kit/problemBox.ts';
import { purchaseTerms } from '../kit/wording.ts';

export interface ConfigureView {
  sourceName: string;
  targetName: string;
  /** Fewest licences that the automatic path takes (R51, R52); the default too. */
  minimum: number;
  maximum?: number;
  /** Price per licence for one charge period, for each way to buy. */
  options: (PurchaseTerms & { price: Money; assumed: boolean })[];
  quantity: number;
  term: Term;
  billing: BillingCycle;
  /** Ids of features that users lose with the target. */
  featuresLost: readonly string[];
  problem?: Problem;
}

const itemsSchema = z.object({ quantity: quantitySchema, ...purchaseTermsSchema.shape });

/** How long and how it is paid are chosen as one, since not all of them are sold together: `P1Y annual`. */
const nameOf = ({ term, billing }: PurchaseTerms): string => `${term} ${billing}`;

/** Cards that were sent before the two became one answer with them apart. */
function apart({ terms, ...inputs }: Record<string, unknown>): Record<string, unknown> {
  if (typeof terms !== 'string') return inputs;
  const [term, billing] = terms.split(' ');
  return { ...inputs, term, billing };
}

export const configureInputSchema = z
  .record(z.string(), z.unknown())
  .transform(apart)
  .pipe(itemsSchema);

/** What of the inputs can be read: one that can't does not take the others with it. */
export function readableInputs(
  inputs: Record<string, unknown>,
): Partial<z.infer<typeof configureInputSchema>> {
  return Object.fromEntries(
    Object.entries(itemsSchema.shape).flatMap(([name, schema]) => {
      const { success, data } = schema.safeParse(apart(inputs)[name]);
      return success ? [[name, data]] : [];
    }),
  );
}

/** Everything but the buttons. */
export function itemsForm(view: ConfigureView, l: Localiser): Omit<Content, 'actions'> {
  const { sourceName: source, targetName: target } = view;
  return {
    title: l.t('cards.configure.title', { target }),
    summary: l.t('cards.configure.summary', { target, minimum: l.number(view.minimum) }),
    body: [
      ...(view.problem ? [problemBox(view.problem, l)] : []),
      paragraph(l.t('cards.configure.intro', { source, target })),
      ...lossWarning({ features: view.featuresLost }, l),
      quantityInput(view, l),
      termsInput(view, l),
      small(l.t('cards.common.beforeTax')),
      ...(view.options.some(({ assumed }) => assumed)
        ? [small(l.t('cards.common.assumedPrice'))]
        : []),
    ],
  };
}

function quantityInput({ minimum, maximum, quantity }: ConfigureView, l: Localiser): Element {
  const limits = { minimum: l.number(minimum), maximum: l.number(maximum ?? minimum) };
  const bounds = maximum === undefined ? 'atLeast' : 'between';
  return {
    type: 'Input.Number',
    id: 'quantity',
    label: l.t(`cards.configure.quantity.${bounds}`, limits),
    isRequired: true,
    errorMessage: l.t(`cards.configure.quantityError.${bounds}`, limits),
    min: minimum,
    ...(maximum === undefined ? {} : { max: maximum }),
    value: quantity,
  };
}

function termsInput({ options, ...chosen }: ConfigureView, l: Localiser): Element {
  const isSold = options.some((option) => nameOf(option) === nameOf(chosen));
  return {
    type: 'Input.ChoiceSet',
    id: 'terms',
    label: l.t('cards.configure.terms'),
    isRequired: true,
    errorMessage: l.t('cards.configure.termsError'),
    style: 'expanded',
    wrap: true,
    choices: options.map((option) => ({ title: termsTitle(option, l), value: nameOf(option) })),
    ...(isSold ? { value: nameOf(chosen) } : {}),
  };
}

/** `1 year, paid monthly: $22.00 per month` */
function termsTitle(option: ConfigureView['options'][number], l: Localiser): string {
  return l.t(option.assumed ? 'cards.configure.assumedChoice' : 'cards.configure.choice', {
    terms: purchaseTerms(option, l),
    price: l.money(option.price),
    period: l.t(`terms.per.${option.billing}`),
  });
}

/** How many licences, for how long, paid how often: the questions of `configure` and `change-items`. */
import { z } from 'zod';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';
import type { Money } from '../../commerce/model/money.ts';
import {
  type BillingCycle,
  billingCycleSchema,
  type PurchaseTerms,
  type Term,
  termSchema,
} from '../../commerce/model/terms.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, paragraph, small, table } from '../kit/elements.ts';
import type { Content } from '../kit/frame.ts';
import { type Problem, problemBox } from '../kit/problemBox.ts';

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
  problem?: Problem;
}

export const configureInputSchema = z.object({
  quantity: quantitySchema,
  term: termSchema,
  billing: billingCycleSchema,
});

/** What of the inputs can be read: one that can't does not take the others with it. */
export function readableInputs(
  inputs: Record<string, unknown>,
): Partial<z.infer<typeof configureInputSchema>> {
  return Object.fromEntries(
    Object.entries(configureInputSchema.shape).flatMap(([name, schema]) => {
      const { success, data } = schema.safeParse(inputs[name]);
      return success ? [[name, data]] : [];
    }),
  );
}

/** Everything but the buttons. The dialog refuses a term and a cycle that aren't sold together. */
export function itemsForm(view: ConfigureView, l: Localiser): Omit<Content, 'actions'> {
  const { sourceName: source, targetName: target } = view;
  return {
    title: l.t('cards.configure.title', { target }),
    summary: l.t('cards.configure.summary', { target, minimum: l.number(view.minimum) }),
    body: [
      ...(view.problem ? [problemBox(view.problem, l)] : []),
      paragraph(l.t('cards.configure.intro', { source, target })),
      ...priceTable(view, l),
      quantityInput(view, l),
      choiceInput('term', unique(view.options.map(({ term }) => term)), view.term, l),
      choiceInput('billing', unique(view.options.map(({ billing }) => billing)), view.billing, l),
    ],
  };
}

function priceTable({ options }: ConfigureView, l: Localiser): Element[] {
  const header = ['term', 'billing', 'price'].map((name) => l.t(`cards.configure.header.${name}`));
  const rows = options.map(({ term, billing, price, assumed }) => [
    l.t(`terms.term.${term}`),
    l.t(`terms.cycle.${billing}`),
    l.t(assumed ? 'cards.configure.assumedPrice' : 'cards.configure.price', {
      price: l.money(price),
      period: l.t(`terms.per.${billing}`),
    }),
  ]);
  return [
    table([2, 2, 3], [header, ...rows]),
    small(l.t('cards.common.beforeTax')),
    ...(options.some(({ assumed }) => assumed) ? [small(l.t('cards.common.assumedPrice'))] : []),
  ];
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

function choiceInput(
  id: 'term' | 'billing',
  values: string[],
  chosen: string,
  l: Localiser,
): Element {
  const group = id === 'term' ? 'terms.term' : 'terms.cycle';
  return {
    type: 'Input.ChoiceSet',
    id,
    label: l.t(`cards.configure.${id}`),
    isRequired: true,
    errorMessage: l.t(`cards.configure.${id}Error`),
    style: 'expanded',
    wrap: true,
    choices: values.map((value) => ({ title: l.t(`${group}.${value}`), value })),
    ...(values.includes(chosen) ? { value: chosen } : {}),
  };
}

function unique<Value>(values: Value[]): Value[] {
  return [...new Set(values)];
}

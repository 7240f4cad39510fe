/** Cards with everything that ours use, for a bot that a test puppeteers. */

import type { TurnAnswer } from '../support/servers/localServer.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** The part of a message that shows a card. */
export function card(content: object) {
  return { attachments: [{ contentType: cardType, content }] };
}

/** The answer to an Execute that brings another card. */
export function replaceWith(content: object): TurnAnswer {
  return { status: 200, body: { statusCode: 200, type: cardType, value: content } };
}

const adaptiveCard = (speak: string, body: object[], actions: object[] = []) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak,
  msteams: { width: 'Full' },
  body,
  actions,
});

const title = (text: string) => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
  wrap: true,
});

const text = (words: string) => ({ type: 'TextBlock', text: words, wrap: true });

const data = (verb: string) => ({ v: 1, verb, token: 't-1' });

const execute = (verb: string, name: string, more: object = {}) => ({
  type: 'Action.Execute',
  title: name,
  verb,
  data: data(verb),
  ...more,
});

export const configureCard = adaptiveCard(
  'How many licences?',
  [
    title('Business Standard'),
    { type: 'TextBlock', text: '$12.50 per licence and month', size: 'Large', weight: 'Bolder' },
    {
      type: 'Input.Number',
      id: 'quantity',
      label: 'Licences',
      isRequired: true,
      errorMessage: 'Write how many licences you need',
      min: 1,
    },
    {
      type: 'Input.ChoiceSet',
      id: 'term',
      label: 'Term',
      value: 'P1Y',
      choices: [
        { title: '1 year', value: 'P1Y' },
        { title: '1 month', value: 'P1M' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'billing',
      label: 'Billing',
      style: 'expanded',
      value: 'monthly',
      choices: [
        { title: 'Monthly', value: 'monthly' },
        { title: 'Yearly', value: 'yearly' },
      ],
    },
  ],
  [
    execute('configure.submit', 'Continue', { style: 'positive' }),
    execute('plan.back', 'Back to the plans', { associatedInputs: 'none' }),
  ],
);

export const reviewCard = adaptiveCard(
  'Review: 25 licences, $312.50 today',
  [
    title('Review your upgrade'),
    {
      type: 'FactSet',
      facts: [
        { title: 'Sold to', value: 'Contoso AB' },
        { title: 'Billed to', value: 'Card ending 4242' },
      ],
    },
    {
      type: 'Table',
      firstRowAsHeaders: true,
      showGridLines: false,
      columns: [{ width: 3 }, { width: 1 }],
      rows: [
        ['Item', 'Amount'],
        ['Business Standard, 25 licences', '$312.50'],
        ['Credit', '−$50.00'],
      ].map((cells) => ({
        type: 'TableRow',
        cells: cells.map((words) => ({ type: 'TableCell', items: [text(words)] })),
      })),
    },
    {
      type: 'Container',
      style: 'warning',
      items: [text('This **cannot** be undone. [Read why](https://example.com/why)')],
    },
  ],
  [
    { type: 'Action.Submit', title: 'Place order', style: 'positive', data: data('order.place') },
    execute('review.change', 'Change', { fallback: { type: 'Action.Submit', title: 'Change' } }),
    { type: 'Action.OpenUrl', title: 'Terms', url: 'https://example.com/terms' },
    { type: 'Action.OpenUrl', title: 'Trap', url: 'javascript:alert(1)' },
  ],
);

export const orderCard = (done: number) =>
  adaptiveCard(
    `${done} of 25 users moved`,
    [
      title('Your upgrade is under way'),
      {
        type: 'Badge',
        text: 'Provisioning',
        style: 'Good',
        fallback: text('Provisioning'),
      },
      {
        type: 'ProgressBar',
        value: done * 4,
        max: 100,
        fallback: text(`${done} of 25 users`),
      },
      text(`${done} of 25 users moved`),
      { type: 'Sparkline', fallback: text('Drawn in words instead') },
    ],
    [execute('order.refresh', 'Refresh')],
  );

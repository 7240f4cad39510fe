import assert from 'node:assert/strict';
import { type OrderPageView, orderPage } from '../../../bot/orderPage/orderPage.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import {
  address,
  billedTo,
  guid,
  hostileName,
  names,
  orderIn,
  quote,
  seen,
} from '../../support/cards/sampleData.ts';

const confirmed = {
  soldTo: address,
  billedTo,
  unitPrice: 26_400,
  forfeit: 0,
  until: '2026-11-23T12:14:00Z',
};
const order = { ...orderIn('completed'), confirmed };
const placed = { at: order.placedAt, by: 'user-1', event: 'order.placed', to: 'placed' } as const;
const view: OrderPageView = {
  order: { ...order, audit: [placed, ...order.audit.slice(1)] },
  ...names,
  quote,
  addOns: [],
  nature: { simulated: true },
  ...seen,
};
/** What is read, tags aside. */
const words = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\n+/g, '\n');

describe('the page of an order', () => {
  it('has the order, the quote, who ordered it, when, and what became of it', () => {
    const text = words(orderPage(view, localiser('en-US')));
    assert.match(text, /\nReference\nUPG-0A1B2C3D\nState\nComplete\n/);
    assert.match(text, /\nOrdered\nNov 23, 2026, 12:14 PM GMT\+1\nOrdered by\nAlva Ek\n/);
    assert.match(text, /\nMicrosoft 365 E3\n10 licenses at \$264\.00\n\$2,640\.00\n/);
    assert.match(text, /\nDue today\n\$1,550\.96\n/);
    assert.match(text, /\nContoso AB\nStorgatan 1\n111 22 Stockholm\nSweden\n/);
    assert.match(text, /\nNov 23, 2026, 12:14 PM GMT\+1\nOrder placed\nAlva Ek\n/);
    assert.match(text, /\nNov 23, 2026, 12:14 PM GMT\+1\nComplete\nThe service\n/);
  });

  for (const locale of locales) {
    it(`is whole in ${locale}, with a quote and without`, () => {
      const { quote: _, ...unquoted } = view;
      const l = localiser(locale);
      for (const one of [view, { ...unquoted, order: orderIn('completed') }]) {
        const html = orderPage(one, l);
        assert.match(html, new RegExp(`<html lang="${locale}">`));
        assert.doesNotMatch(html, /undefined|NaN|\{\{|\[object/);
        assert.ok(words(html).includes(l.t('cards.common.simulated')));
      }
    });
  }

  it('shows what strangers typed as they typed it', () => {
    const name = `<img src=x onerror=alert(1)>${hostileName}`;
    const placedBy = { userId: 'user-1', name };
    const html = orderPage(
      {
        ...view,
        order: { ...order, placedBy, confirmed: { ...confirmed, soldTo: { ...address, name } } },
      },
      localiser('en-US'),
    );
    assert.doesNotMatch(html, /<img|<a /);
    assert.ok(html.includes('&#60;img src=x onerror=alert(1)&#62;'));
  });

  it('names add-ons of the quote', () => {
    const lines = [
      ...quote.lines,
      { kind: 'credit' as const, skuId: 'add-on', quantity: 1, unitPrice: 100, amount: -100 },
    ];
    const addOns = [{ skuId: 'add-on', name: 'Visio Plan 2' }];
    const sourceSkuId = guid;
    const html = orderPage(
      { ...view, quote: { ...quote, sourceSkuId, lines }, addOns },
      localiser('en-US'),
    );
    assert.ok(html.includes('Visio Plan 2'));
  });
});

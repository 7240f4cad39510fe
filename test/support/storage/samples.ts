/** Documents to store, valid and as plain as can be. */

import type { Approval } from '../../../commerce/approval/approval.ts';
import type { Move } from '../../../commerce/model/move/move.ts';
import type { MovePart } from '../../../commerce/model/move/movePart.ts';
import type { Order } from '../../../commerce/model/order.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { Watch } from '../../../commerce/model/watch.ts';
import type { Conversation } from '../../../storage/repositories/conversation.ts';

const source = 'cdd28e44-67e3-425e-be4c-737fab2899d3';
const target = '3b555118-da6a-4418-894f-7df1e2096870';

export function anOrder(given: Partial<Order> = {}): Order {
  return {
    v: 1,
    id: 'UPG-00000001',
    quoteId: 'quote-1',
    tenantId: 'tenant-1',
    conversation: 'msteams|19:a@thread.v2',
    placedBy: { userId: 'user-1', name: 'Åsa Öberg' },
    subscriptionId: 'subscription-1',
    sourceSkuId: source,
    targetSkuId: target,
    quantity: 25,
    term: 'P1Y',
    billing: 'monthly',
    currency: 'SEK',
    dueToday: 312_50,
    creditToInvoice: 0,
    perPeriod: 3_125_00,
    paymentMethodId: 'card-1',
    clientRequestId: 'request-1',
    state: 'placed',
    revision: 0,
    users: { moved: 0, total: 20, failures: [] },
    placedAt: '2026-03-01T09:00:00Z',
    changedAt: '2026-03-01T09:00:00Z',
    failedAttempts: 0,
    audit: [{ at: '2026-03-01T09:00:00Z', by: 'user-1', event: 'order.placed', to: 'placed' }],
    notices: [],
    cards: [],
    ...given,
  };
}

export function anApproval(given: Partial<Approval> = {}): Approval {
  return {
    v: 1,
    id: 'APR-00000001',
    tenantId: 'tenant-1',
    askedBy: { userId: 'user-1', name: 'Åsa Öberg' },
    conversation: 'msteams|19:a@thread.v2',
    why: 'role',
    subscriptionId: 'subscription-1',
    sourceSkuId: source,
    targetSkuId: target,
    quantity: 25,
    quoteId: 'quote-1',
    state: 'asked',
    seen: [],
    startedAt: '2026-03-01T09:00:00Z',
    changedAt: '2026-03-01T09:00:00Z',
    expiresAt: '2026-03-08T09:00:00Z',
    audit: [
      { at: '2026-03-01T09:00:00Z', by: 'user-1', event: 'ask', to: 'asked', quoteId: 'quote-1' },
    ],
    notices: [],
    revision: 0,
    cards: [],
    ...given,
  };
}

export function aWatch(given: Partial<Watch> = {}): Watch {
  return {
    v: 1,
    id: 'watch-1',
    kind: 'reasons',
    tenantId: 'tenant-1',
    conversation: 'msteams|19:a@thread.v2',
    userId: 'user-1',
    subscriptionId: 'subscription-1',
    skuId: source,
    state: 'open',
    codes: [],
    startedAt: '2026-03-01T09:00:00Z',
    endsAt: '2026-03-15T09:00:00Z',
    ...given,
  };
}

/** One user, who waits. */
export function aMove(given: Partial<Move> = {}): Move {
  return {
    v: 1,
    id: 'move-1',
    tenantId: 'tenant-1',
    conversation: 'msteams|19:a@thread.v2',
    userId: 'user-1',
    by: 'Åsa Öberg',
    sourceSkuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
    targetSkuId: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
    selection: { kind: 'all' },
    state: 'planned',
    parts: 1,
    planned: { swap: 1 },
    tally: { states: { waiting: 1 }, reasons: {} },
    pass: { kind: 'move', number: 1, at: 0, again: false, looks: 0, unseen: 0 },
    calls: [],
    revision: 0,
    failedAttempts: 0,
    startedAt: '2026-03-01T09:00:00Z',
    changedAt: '2026-03-01T09:00:00Z',
    audit: [{ at: '2026-03-01T09:00:00Z', by: 'user-1', event: 'move.asked' }],
    notices: [],
    ...given,
  };
}

export function aMovePart(given: Partial<MovePart> = {}): MovePart {
  const user = { id: 'id-0', name: 'Name 0', userName: 'user0@contoso.com', kind: 'swap' };
  return {
    v: 1,
    moveId: 'move-1',
    tenantId: 'tenant-1',
    index: 0,
    pass: 0,
    phase: 'open',
    counted: { states: { waiting: 1 }, reasons: {} },
    users: [{ ...user, state: 'waiting', keptOff: [], unmapped: [] }],
    ...given,
  };
}

export function aQuote(given: Partial<Quote> = {}): Quote {
  const soldTo = {
    name: 'Norrsken AB',
    street: 'Storgatan 1',
    city: 'Luleå',
    postalCode: '972 31',
    country: 'SE',
  };
  return {
    v: 1,
    id: 'quote-1',
    tenantId: 'tenant-1',
    subscriptionId: 'subscription-1',
    sourceSkuId: source,
    targetSkuId: target,
    quantity: 25,
    term: 'P1Y',
    billing: 'monthly',
    currency: 'SEK',
    lines: [
      { kind: 'newCharge', skuId: target, quantity: 25, unitPrice: 125_00, amount: 3_125_00 },
    ],
    addOns: [],
    dueToday: 3_125_00,
    creditToInvoice: 0,
    perPeriod: 3_125_00,
    pricesOf: '2026-01-01',
    assumedPrice: true,
    soldTo,
    billedTo: { ...soldTo, email: 'faktura@norrsken.example' },
    paymentMethodId: 'card-1',
    creditCheck: false,
    createdAt: '2026-03-01T09:00:00Z',
    expiresAt: '2026-03-01T10:00:00Z',
    ...given,
  };
}

export function aConversation(given: Partial<Conversation> = {}): Conversation {
  return {
    v: 1,
    tenantId: 'tenant-1',
    reference: { channelId: 'msteams', conversation: { id: '19:a@thread.v2' } },
    stacks: [
      { userId: 'u', version: 'v', state: { dialogStack: [{ id: 'plans', state: { page: 2 } }] } },
    ],
    grants: [],
    answered: [],
    ...given,
  };
}

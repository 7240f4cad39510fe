/** What an agent sees of the situation in which a case was opened: no payment data, no addresses. */
import { z } from 'zod';
import { mask } from '../../base/mask.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Facts } from '../../diagnosis/facts.ts';
import { currencySchema } from '../../model/money.ts';
import { type Order, orderStateSchema } from '../../model/order.ts';
import type { Quote } from '../../model/quote.ts';
import type { Subscription } from '../../model/subscription.ts';
import { billingCycleSchema, termSchema } from '../../model/terms.ts';
import { isKnown, orUnknownSchema } from '../../model/unknown.ts';
import { shareableSchema } from './push.ts';

const count = z.int().nonnegative();

const subscriptionSchema = z.object({
  id: z.string(),
  skuId: z.guid(),
  status: z.string(),
  quantity: count,
  assigned: orUnknownSchema(count),
  term: orUnknownSchema(termSchema),
  billing: orUnknownSchema(billingCycleSchema),
  agreement: z.string(),
  country: z.string().optional(),
});

const quoteSchema = z.object({
  id: z.string(),
  targetSkuId: z.guid(),
  quantity: count,
  term: termSchema,
  billing: billingCycleSchema,
  currency: currencySchema,
  /** Minor units. */
  dueToday: count,
  creditToInvoice: count,
  perPeriod: count,
});

const orderSchema = z.object({
  id: z.string(),
  state: orderStateSchema,
  sourceSkuId: z.guid(),
  targetSkuId: z.guid(),
  quantity: count,
  /** Oldest first; tenant's time. */
  timeline: z.array(
    z.object({
      at: z.iso.datetime(),
      event: z.string(),
      to: orderStateSchema,
      code: z.string().optional(),
    }),
  ),
});

/** What the tenant owns, a product a line. */
const ownedSchema = z.object({
  skuId: z.string(),
  status: z.string(),
  quantity: count,
  assigned: orUnknownSchema(count),
});

/** A line of the conversation before the case, oldest first. */
export const caseLineSchema = z.object({ by: z.enum(['customer', 'bot']), text: z.string() });
export type CaseLine = z.infer<typeof caseLineSchema>;

export const caseSnapshotSchema = z.object({
  /** Codes, in the order in which the customer saw them. */
  reasons: z.array(z.string()),
  subscription: subscriptionSchema.optional(),
  quote: quoteSchema.optional(),
  order: orderSchema.optional(),
  /** Ids under which Microsoft, or our log, knows what was done. */
  correlation: z.array(z.string()),
  lines: z.array(caseLineSchema).default([]),
  /** Absent where that was not looked at. */
  owned: z.array(ownedSchema).optional(),
});
export type CaseSnapshot = z.infer<typeof caseSnapshotSchema>;

/** What was looked at since: by an agent, who checked the upgrade again, or shown by the customer. */
export const caseLookSchema = z.object({
  what: shareableSchema,
  by: z.enum(['agent', 'customer']),
  /** Tenant's time. */
  at: z.iso.datetime(),
  snapshot: caseSnapshotSchema,
});
export type CaseLook = z.infer<typeof caseLookSchema>;

/** What is known; each may be missing. */
export interface Situation {
  facts?: Facts | undefined;
  quote?: Quote | undefined;
  order?: Order | undefined;
  owned?: readonly Subscription[] | undefined;
  lines?: readonly CaseLine[] | undefined;
}

/** Entries of an order's history that an agent needs: the newest. */
const timelineKept = 20;
/** Subscriptions that an agent is shown. */
const ownedKept = 25;

export function snapshotOf({ facts, quote, order, owned, lines = [] }: Situation): CaseSnapshot {
  const correlation = [order?.clientRequestId, order?.operationId, order?.failureCode];
  return {
    reasons: facts ? diagnose(facts).map(({ code }) => code) : [],
    ...(facts ? { subscription: subscriptionIn(facts) } : {}),
    ...(quote ? { quote: figuresOf(quote) } : {}),
    ...(order ? { order: courseOf(order) } : {}),
    ...(owned ? { owned: owned.slice(0, ownedKept).map(ownedIn) } : {}),
    correlation: correlation.filter((id) => id !== undefined),
    lines: lines.map(({ by, text }) => ({ by, text: mask(text, secretsIn({ facts, quote })) })),
  };
}

/** What an address in these is made of. */
export function secretsIn({ facts, quote }: Pick<Situation, 'facts' | 'quote'>): string[] {
  const { account } = facts ?? {};
  return [account?.soldTo, account?.billedTo, quote?.soldTo, quote?.billedTo].flatMap((address) => {
    if (address === undefined || !isKnown(address)) return [];
    const { street, postalCode, city } = address;
    return [street, postalCode, city, ...('email' in address ? [String(address.email)] : [])];
  });
}

function subscriptionIn({ subscription, account }: Facts): CaseSnapshot['subscription'] {
  const { id, skuId, status, quantity, assigned } = subscription;
  const { term, billing } = subscription;
  return {
    ...{ id, skuId, status, quantity, assigned, term, billing },
    agreement: account.agreement,
    ...(isKnown(account.soldTo) ? { country: account.soldTo.country } : {}),
  };
}

function ownedIn({ skuId, status, quantity, assigned }: Subscription) {
  return { skuId, status, quantity, assigned };
}

function figuresOf(quote: Quote): CaseSnapshot['quote'] {
  const { id, targetSkuId, quantity, term, billing, currency } = quote;
  const { dueToday, creditToInvoice, perPeriod } = quote;
  return {
    ...{ id, targetSkuId, quantity, term, billing, currency },
    ...{ dueToday, creditToInvoice, perPeriod },
  };
}

function courseOf({
  id,
  state,
  sourceSkuId,
  targetSkuId,
  quantity,
  audit,
}: Order): CaseSnapshot['order'] {
  const timeline = audit.slice(-timelineKept).map(({ at, event, to, code }) => ({
    at,
    event,
    to,
    ...(code === undefined ? {} : { code }),
  }));
  return { id, state, sourceSkuId, targetSkuId, quantity, timeline };
}

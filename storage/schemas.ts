/** What a document of each collection must be. */
import type { ZodType } from 'zod';
import { orderSchema } from '../commerce/model/order.ts';
import { quoteSchema } from '../commerce/model/quote.ts';
import { watchSchema } from '../commerce/model/watch.ts';
import { tenantStateSchema } from '../commerce/sandbox/tenantState.ts';
import { contactsSchema } from './contact.ts';
import { conversationSchema } from './conversation.ts';
import type { Collection } from './engine.ts';
import { firstAttemptSchema } from './firstAttempts.ts';

export const schemas: Record<Collection, ZodType> = {
  orders: orderSchema,
  quotes: quoteSchema,
  watches: watchSchema,
  conversations: conversationSchema,
  contacts: contactsSchema,
  tenantStates: tenantStateSchema,
  firstAttempts: firstAttemptSchema,
};

export const collections = Object.keys(schemas) as Collection[];

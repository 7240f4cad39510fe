/** What a document of each collection must be. */
import { type ZodType, z } from 'zod';
import { orderSchema } from '../../commerce/model/order.ts';
import { quoteSchema } from '../../commerce/model/quote.ts';
import { watchSchema } from '../../commerce/model/watch.ts';
import type { Collection } from '../contract/collection.ts';
import { contactsSchema } from './contact.ts';
import { conversationSchema } from './conversation.ts';
import { firstAttemptSchema } from './firstAttempts.ts';

/** The back end whose tenants these are checks their documents itself. */
export const schemas: Record<Collection, ZodType> = {
  orders: orderSchema,
  quotes: quoteSchema,
  watches: watchSchema,
  conversations: conversationSchema,
  contacts: contactsSchema,
  tenantStates: z.unknown(),
  firstAttempts: firstAttemptSchema,
};

export const collections = Object.keys(schemas) as Collection[];

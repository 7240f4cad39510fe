/** What a document of each collection must be. */
import { type ZodType, z } from 'zod';
import { movePartSchema } from '../../commerce/model/move/movePart.ts';
import { quoteSchema } from '../../commerce/model/quote.ts';
import { connectionSchema } from '../../commerce/ports/connection.ts';
import { boardPartSchema } from '../../commerce/support/board.ts';
import { deskPlacesSchema } from '../../commerce/support/deskPlaces.ts';
import type { Collection } from '../contract/collection.ts';
import { type WaitingName, waitingKinds } from '../contract/waitingKinds.ts';
import { contactsSchema } from './contact.ts';
import { conversationSchema } from './conversation.ts';
import { firstAttemptSchema } from './firstAttempts.ts';

const waitingSchemas = Object.fromEntries(
  Object.entries(waitingKinds).map(([name, { schema }]) => [name, schema]),
) as Record<WaitingName, ZodType>;

/** Documents of simulated tenants, and price sheets, are checked by the back end that writes them. */
export const schemas: Record<Collection, ZodType> = {
  ...waitingSchemas,
  quotes: quoteSchema,
  conversations: conversationSchema,
  contacts: contactsSchema,
  tenantStates: z.unknown(),
  connections: connectionSchema,
  firstAttempts: firstAttemptSchema,
  moveParts: movePartSchema,
  priceSheets: z.unknown(),
  deskPlaces: deskPlacesSchema,
  caseBoards: boardPartSchema,
};

export const collections = Object.keys(schemas) as Collection[];

/** The page of an order: where it is, and what is on it. */

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TenantNature } from '../../cards/kit/card.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Order } from '../../commerce/model/order.ts';
import type { QuoteRepository } from '../../commerce/ports/repositories.ts';
import { planName, planNames } from '../../dialogs/step/planName.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../../dialogs/step/tenantTime.ts';
import { type Locale, localiser } from '../../locales/localiser.ts';
import type { LiveSettings } from '../microsoftSettings.ts';
import { OrderLinks, type PageAsked } from '../orderPage/orderLinks.ts';
import { orderPage } from '../orderPage/orderPage.ts';

interface OrderPagesParts extends TenantTimeNeeds {
  live: LiveSettings | undefined;
  /** Where the bot listens, where nobody has to prove who they are: this machine reaches it. */
  localUrl: (() => string) | undefined;
  catalog: Pick<Catalog, 'find'>;
  quotes: Pick<QuoteRepository, 'get'>;
  natureOf(tenantId: string): TenantNature;
  /** Real time. */
  now(): Temporal.Instant;
}

export async function orderPages(parts: OrderPagesParts) {
  const { live, localUrl, now, catalog, quotes } = parts;
  const links = new OrderLinks(await secretOf(live));
  const origin = (): string | undefined => live?.publicUrl ?? localUrl?.();
  return {
    links,
    orderPageOf: (asked: PageAsked): string | undefined => {
      const at = origin();
      return at === undefined ? undefined : `${at}/order?key=${links.issue(asked, now())}`;
    },
    draw: async (order: Order, locale: Locale): Promise<string> => {
      const l = localiser(locale);
      const time = await tenantTimeOf(parts, order.tenantId, order.timeZone);
      const quote = order.quoteId === undefined ? undefined : await quotes.get(order.quoteId);
      const view = {
        order,
        ...planNames(catalog, l, order),
        ...(quote ? { quote } : {}),
        addOns: (quote?.addOns ?? []).map(({ skuId }) => ({
          skuId,
          name: planName(catalog, skuId, l),
        })),
        nature: parts.natureOf(order.tenantId),
        asOf: time.now,
        timeZone: time.timeZone,
      };
      return orderPage(view, l);
    },
  };
}

/** In a simulation each process has its own: a link holds as long as the process lives. */
async function secretOf(live: LiveSettings | undefined): Promise<string> {
  if (!live) return randomUUID();
  const { secret } = live;
  return secret.kind === 'text' ? secret.text : readFile(secret.file, 'utf8');
}

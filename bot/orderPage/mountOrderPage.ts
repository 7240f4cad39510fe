/** `GET /order`: an order as a page for the books, for who has a link to it. */
import type { Request, Response, Server } from 'restify';
import { type VisibleOrdersSources, visibleOrder } from '../../commerce/access/visibleOrders.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Order } from '../../commerce/model/order.ts';
import { type Locale, localiser } from '../../locales/localiser.ts';
import { mayReach } from '../http/hostGuard.ts';
import type { Log } from '../log.ts';
import { noPage, policy } from './html.ts';
import type { OrderLinks } from './orderLinks.ts';

export interface OrderPageParts extends VisibleOrdersSources {
  /** Whether strangers can reach the port; else only this machine is served. */
  authenticates: boolean;
  links: Pick<OrderLinks, 'read'>;
  /** The page, in HTML. */
  draw(order: Order, locale: Locale): Promise<string>;
  /** Real time. */
  now(): Temporal.Instant;
  log: Log;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

export function mountOrderPage(server: Server, parts: OrderPageParts): void {
  const { authenticates, links, log, now } = parts;
  server.get('/order', async (request: Request, response: Response) => {
    if (!authenticates && !mayReach(request.headers)) return end(response, 403, '');
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const asked = links.read(searchParams.get('key') ?? '', now());
    if (!asked) return end(response, 404, noPage('expired', localiser('en-US')));
    const l = localiser(asked.locale);
    try {
      // The rights of now: a link outlives them.
      const order = await visibleOrder(parts, asked, asked.orderId);
      end(response, 200, await parts.draw(order, asked.locale));
    } catch (error) {
      const isUnknown = error instanceof UpgraderaError && error.code === 'order.unknown';
      if (!isUnknown) log.warn({ err: error }, 'page of an order not drawn');
      end(response, isUnknown ? 404 : 503, noPage(isUnknown ? 'expired' : 'failed', l));
    }
  });
}

/** Nothing is returned: the server would log it whole. */
function end(response: Response, status: number, page: string): void {
  response.writeHead(status, headers);
  response.end(page);
}

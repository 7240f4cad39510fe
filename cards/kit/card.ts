/** The common shape of every card. */
import type { Localiser } from '../../locales/localiser.ts';

/** Adaptive Card 1.5 as plain JSON. */
export type CardJson = Record<string, unknown>;

export interface Card {
  /** Of its kind. */
  id: string;
  json: CardJson;
  /** One plain sentence: toast text, screen readers, clients that can't draw cards. */
  summary: string;
}

/** What each card of a tenant says, where it shows prices or an order. */
export interface TenantNature {
  /** No real Microsoft answers. */
  simulated: boolean;
  /** Prices are those of the price list, since nobody tells what it is charged. */
  listPrices?: boolean;
}

/** What a card needs besides its view. */
export interface CardContext extends TenantNature {
  l: Localiser;
  /** Opaque; names the server-side row that says what the buttons may do. */
  token: string;
}

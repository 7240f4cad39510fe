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

/** What a card needs besides its view. */
export interface CardContext {
  l: Localiser;
  /** Opaque; names the server-side row that says what the buttons may do. */
  token: string;
  /** Of the tenant: no real Microsoft answers. */
  simulated: boolean;
}

/** A card with what is said in the same breath on top of it, so that both are one message. */
import type { Card } from './card.ts';
import { type Element, verbatim } from './elements.ts';

/**
 * Bytes; more than this is read better as a message of its own. It stands in the card three times: a card
 * of at most 20 KB stays below the 28 KB that Teams takes, and need not be written out to be measured.
 */
const longest = 900;

/**
 * @param text paragraphs with an empty line between them; shown letter by letter
 * @returns undefined where it is too much for one card
 */
export function saidOn(card: Card, text: string): Card | undefined {
  if (Buffer.byteLength(text) > longest) return undefined;
  const body = card.json.body as Element[];
  // Below the title, and below the line about the simulation where there is one.
  const top = body[1]?.isSubtle ? 2 : 1;
  const said = {
    type: 'Container',
    id: 'said',
    items: text.split('\n\n').map((one) => verbatim(one)),
  };
  const summary = `${text.replaceAll('\n\n', ' ')} ${card.summary}`;
  const json = {
    ...card.json,
    speak: summary,
    fallbackText: `${text}\n\n${card.json.fallbackText}`,
    body: [...body.slice(0, top), said, ...body.slice(top)],
  };
  return { ...card, json, summary };
}

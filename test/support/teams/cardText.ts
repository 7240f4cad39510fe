/** What a person can read on a card, and press. */
import type { Activity } from 'botbuilder';
import type { Card } from '../../../cards/kit/card.ts';

const readable = ['text', 'title', 'legend', 'value', 'label'];

/** All text of the body in reading order, one line each; without buttons and fallbacks. */
export function textOf(card: Pick<Card, 'json'>): string {
  const lines: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string' && readable.includes(name)) lines.push(value);
      else if (!['actions', 'fallback'].includes(name)) walk(value);
    }
  };
  walk(card.json.body);
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

/** `verb` or `verb:choice` of each Execute button, in the order of the card. */
export function pressesOf(card: Card): string[] {
  const presses: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, data } = node as { type?: string; data?: { verb: string; choice?: string } };
    if (type === 'Action.Execute' && data)
      presses.push(data.choice === undefined ? data.verb : `${data.verb}:${data.choice}`);
    for (const [name, value] of Object.entries(node)) if (name !== 'fallback') walk(value);
  };
  walk(card.json);
  return presses;
}

/** What the bot says on top of a card in the same breath: as it would be said in a message of its own. */
export function saidOn({ attachments }: Partial<Activity>): string {
  const body = (attachments?.[0]?.content?.body ?? []) as {
    id?: string;
    items?: { inlines: { text: string }[] }[];
  }[];
  const items = body.find(({ id }) => id === 'said')?.items ?? [];
  return items.map(({ inlines }) => inlines.map(({ text }) => text).join('')).join('\n\n');
}

/** In words, with a card or without: nothing, or one text. */
export function saidIn(activity: Partial<Activity>): string[] {
  return [activity.text || saidOn(activity)].filter((text) => text !== '');
}

/** What a card asks, without what is said on top of it: copies of it are alike in that. */
export function askedOn(card: unknown): string {
  const { body, actions } = card as { body: { id?: string }[]; actions: unknown };
  return JSON.stringify([body.filter(({ id }) => id !== 'said'), actions]);
}

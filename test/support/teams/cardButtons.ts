/** Finds and presses buttons of a card the way a client does. */
import assert from 'node:assert/strict';

export type Json = Record<string, unknown>;

/** A button's title or verb, or what its data must contain. */
export type ButtonChoice = string | Json;

export interface CardAction extends Json {
  type: string;
  title?: string;
  verb?: string;
  data?: Json;
  fallback?: CardAction;
}

function* nodes(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'fallback' && key !== 'data') yield* nodes(inner);
  }
}

export function buttonsOf(card: Json): CardAction[] {
  return [...nodes(card)].filter(({ type }) =>
    ['Action.Execute', 'Action.Submit'].includes(type as string),
  ) as CardAction[];
}

const isChosen = (choice: ButtonChoice) => (action: CardAction) =>
  typeof choice === 'string'
    ? [action.title, action.verb, action.data?.verb].includes(choice)
    : Object.entries(choice).every(([key, value]) => action.data?.[key] === value);

export function findButton(card: Json, choice: ButtonChoice): CardAction {
  const buttons = buttonsOf(card);
  const found = buttons.find(isChosen(choice));
  const seen = buttons.map(({ title, data }) => `${title} ${JSON.stringify(data)}`).join('\n');
  assert(found, `No button ${JSON.stringify(choice)} among:\n${seen}`);
  return found;
}

/** What the inputs hold before anybody touches them; clients send numbers as text. */
export function inputsOf(card: Json): Json {
  const inputs = [...nodes(card)].filter(
    ({ type, id, value }) =>
      String(type).startsWith('Input.') && typeof id === 'string' && value !== undefined,
  );
  return Object.fromEntries(inputs.map(({ id, value }) => [id, String(value)]));
}

/** The data that a client sends for this button. */
export function pressData(card: Json, action: CardAction, inputs: Json): Json {
  const known = action.associatedInputs === 'none' ? {} : { ...inputsOf(card), ...inputs };
  return { ...action.data, ...known };
}

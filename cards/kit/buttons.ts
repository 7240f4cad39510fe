/** Buttons: an Action.Execute, and for clients that lack it an Action.Submit that says the same. */

import type { CardContext } from './card.ts';
import type { CardKind } from './cardKind.ts';
import type { Element } from './elements.ts';

interface Button<Verb extends string> {
  verb: Verb;
  title: string;
  /** Which of several things is meant; the server-side row says what is allowed. */
  choice?: string;
  /** For buttons that share a title: what exactly this one does. */
  tooltip?: string;
  /** The one button that leads on. */
  primary?: true;
  /** Sends the card's inputs along, and so insists that they are filled in. */
  inputs?: true;
}

/** @returns a maker of buttons that takes only the kind's own verbs. */
export function buttonsOf<Verb extends string>(
  _kind: CardKind<string, Verb>,
  context: CardContext,
): (button: Button<Verb>) => Element {
  return ({ verb, title, choice, tooltip, primary, inputs }) => {
    const common = {
      title,
      data: { v: 1, verb, token: context.token, ...(choice === undefined ? {} : { choice }) },
      ...(tooltip === undefined ? {} : { tooltip }),
      ...(primary ? { style: 'positive' } : {}),
      ...(inputs ? {} : { associatedInputs: 'none' }),
    };
    return {
      type: 'Action.Execute',
      verb,
      ...common,
      fallback: { type: 'Action.Submit', ...common },
    };
  };
}

/** Opens a page outside of the chat. */
export function openUrl(title: string, url: string, tooltip?: string): Element {
  return { type: 'Action.OpenUrl', title, url, ...(tooltip === undefined ? {} : { tooltip }) };
}

/** What is there for who wants more: shown and hidden again on the spot, without asking the bot. */
import { actionSet, type Element } from './elements.ts';

export interface Folded {
  /** Unlike any other of the card. */
  id: string;
  items: Element[];
  show: string;
  hide: string;
}

/** Closed at first. */
export function folded({ id, items, show, hide }: Folded): Element[] {
  const [open, close] = [`${id}-show`, `${id}-hide`];
  const toggle = (title: string): Element[] => [
    { type: 'Action.ToggleVisibility', title, targetElements: [id, open, close] },
  ];
  return [
    { ...actionSet(toggle(show)), id: open },
    { type: 'Container', id, isVisible: false, items },
    { ...actionSet(toggle(hide)), id: close, isVisible: false },
  ];
}

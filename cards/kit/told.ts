/** A message that comes by itself, at a glance: what happened, whose doing it was, what to do now. */
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, heading, verbatim } from './elements.ts';

interface Told {
  happened: string;
  /** Whose doing it was, or what they say of it; absent where it is nobody's. */
  by?: string;
  /** Sentences, or what stands for them; empty where all is said. */
  toDo: readonly Element[];
}

export function told({ happened, by, toDo }: Told, l: Localiser): Element[] {
  return [
    verbatim(happened),
    ...(by === undefined ? [] : [verbatim(by)]),
    ...(toDo.length === 0 ? [] : [now(toDo, l)]),
  ];
}

function now(items: readonly Element[], l: Localiser): Element {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [heading(l.t('cards.common.now')), ...items],
  };
}

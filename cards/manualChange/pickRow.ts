import type { Localiser } from '../../locales/localiser.ts';
import { apart, type Element, verbatim, withButton } from '../kit/elements.ts';

interface Pickable {
  name: string;
  isPicked: boolean;
  choice: string;
}

/** What a row's button is made of. */
interface PickButton {
  verb: 'move.pick';
  title: string;
  tooltip: string;
  choice: string;
}

/** Somebody on a list, shown letter by letter, with the button that picks or drops them. */
export function pickRow(
  { name, isPicked, choice }: Pickable,
  line: string,
  button: (pick: PickButton) => Element,
  l: Localiser,
): Element {
  const pick = button({
    verb: 'move.pick',
    title: l.t(`cards.moveUsers.${isPicked ? 'drop' : 'pick'}`),
    tooltip: l.t(`cards.moveUsers.${isPicked ? 'dropNamed' : 'pickNamed'}`, { name }),
    choice,
  });
  return apart(withButton([verbatim(name, line)], pick));
}

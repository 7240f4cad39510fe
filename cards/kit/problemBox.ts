/** Why the last answer was not taken, on top of the question that is asked again. */
import type { Localiser } from '../../locales/localiser.ts';
import type { Problem } from '../views.ts';
import { type Element, verbatim, warning } from './elements.ts';
import { writeOut } from './wording.ts';

export function problemBox({ key, values }: Problem, l: Localiser): Element {
  return warning(verbatim(l.t(key, writeOut(values, l))));
}

/** Why the last answer was not taken, on top of the question that is asked again. */
import type { ReasonValue } from '../../commerce/diagnosis/reason.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, verbatim, warning } from './elements.ts';
import { writeOut } from './wording.ts';

/** Key of the sentence, and its values as they are. */
export interface Problem {
  key: string;
  values: Record<string, ReasonValue>;
}

export function problemBox({ key, values }: Problem, l: Localiser): Element {
  return warning(verbatim(l.t(key, writeOut(values, l))));
}

/** Files that were passed on: each with its name, where its link leads, and whether it opens. */
import type { PassedFile } from '../../commerce/support/parts/passedFile.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { openUrl } from '../kit/buttons.ts';
import { actionSet, type Element, small, verbatim } from '../kit/elements.ts';

export function fileLinks(files: readonly PassedFile[], l: Localiser): Element[] {
  return files.flatMap(({ name, url, needsAccess }) => {
    if (url === undefined) return [verbatim(name), small(l.t('cards.file.noLink'))];
    const { host } = new URL(url);
    return [
      verbatim(name),
      small(l.t(`cards.file.${needsAccess ? 'withAccess' : 'at'}`, { host })),
      actionSet([openUrl(l.t('cards.file.open'), url, name)]),
    ];
  });
}

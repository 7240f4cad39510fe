/** What an app must say of privacy and terms, as pages to publish under the manifest's addresses. */
import type { ReadFile } from './appPackage.ts';
import { asHtml, fillIn, holesIn } from './fillIn.ts';

/** Templates in `pages/`; each has every language. */
export const pageNames = ['privacy.html', 'terms.html'] as const;

/** Either the pages by name, or one line per mistake. */
export function buildPages(
  read: ReadFile,
  values: Readonly<Record<string, string>>,
): { pages: ReadonlyMap<string, string> } | { mistakes: string[] } {
  const pages = new Map<string, string>();
  const mistakes: string[] = [];
  for (const name of pageNames) {
    const bytes = read(`pages/${name}`);
    if (!bytes) mistakes.push(`pages/${name} is missing`);
    const text = fillIn(new TextDecoder().decode(bytes), values, asHtml);
    mistakes.push(...holesIn(`pages/${name}`, text));
    pages.set(name, text);
  }
  return mistakes.length > 0 ? { mistakes } : { pages };
}

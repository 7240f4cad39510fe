/** The article that an agent names, by its name or in words, and what the agent says with it. */
import type { Article } from '../../../locales/articles.ts';

export interface ArticleSources {
  articles(): readonly Article[];
  /** The one of our articles that answers a text. */
  findArticle(text: string): Article | undefined;
}

/** `credit-check: this is why`, `how long does the credit check take: this is why`; the words may be absent. */
export function articleIn(
  { articles, findArticle }: ArticleSources,
  said: string,
): { slug: string; words: string } | undefined {
  const [name = '', ...rest] = said.split(':');
  const words = rest.join(':').trim();
  const asked = name.trim();
  const named = articles().find(({ slug }) => slug === asked.toLowerCase().replaceAll(' ', '-'));
  const found = named ?? findArticle(asked);
  return found && { slug: found.slug, words };
}

import type { Told } from '../../cards/answers/answerCard.ts';
import type { Article } from '../../locales/articles.ts';
import type { Locale } from '../../locales/localiser.ts';

/** An article as it is told in one language. */
export function articleTold(article: Article, locale: Locale): Told {
  return { ...article[locale], links: article.links };
}

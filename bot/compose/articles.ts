/** Our articles, for whoever asks first. */
import { type Article, loadArticles } from '../../locales/articles.ts';
import { loadQuestions } from '../../locales/questions.ts';
import { ArticleFinder } from '../../understanding/articles/articleFinder.ts';

export interface Articles {
  /** Read when somebody asks. */
  articles(): Article[];
  /** Learnt when somebody asks: that takes longer than the rest of a start. */
  findArticle(text: string): Article | undefined;
}

export function articlesOnce(): Articles {
  let read: Article[] | undefined;
  let finder: ArticleFinder | undefined;
  const articles = () => {
    read ??= loadArticles();
    return read;
  };
  return {
    articles,
    findArticle: (text) => {
      finder ??= new ArticleFinder(articles(), loadQuestions());
      return finder.find(text);
    },
  };
}

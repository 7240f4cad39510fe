/** What we have to say to a question in free text: from the catalogue, or one of our articles. */
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Article } from '../../locales/articles.ts';
import { understandCatalogQuestion } from '../../understanding/catalogQuestions.ts';
import { likelyIntents, mayAsk, seemsUnclear } from '../../understanding/intents/meant.ts';
import { match } from '../../understanding/phrases.ts';
import { isAsked } from '../../understanding/questionKind.ts';
import type { AnswerTo } from '../step/answerTo.ts';
import type { FactsOfTurn } from '../step/factsOfTurn.ts';
import { articleTold } from './articleTold.ts';
import { answerCatalogQuestion } from './catalogAnswers.ts';

export interface AnswerSources {
  catalog: Catalog;
  /** The price list: which plans are sold. */
  priceBook: PriceBook;
  /** The one of our articles that answers a text; undefined when it is about another subject. */
  findArticle(text: string): Article | undefined;
  /** The one that says where an order is changed. */
  ofChanges(): Article | undefined;
  factsOf: FactsOfTurn;
}

const changes = ['change.payment', 'change.soldTo', 'change.items'];
/** What must be left of a likelihood where no article was found. */
const even = 0.5;

export function answerTo(sources: AnswerSources): AnswerTo {
  const { catalog, findArticle, factsOf } = sources;
  return async (turn, text, { subscriptionId }) => {
    const { l } = turn;
    const present = subscriptionId
      ? (await factsOf(turn, subscriptionId)).subscription.skuId
      : undefined;
    const question = understandCatalogQuestion(catalog, text, present);
    if (question) return answerCatalogQuestion(sources, l, question);
    const asks = isAsked(text) || mayAsk(text);
    const found = seemsUnclear(text) || !asks ? undefined : findArticle(text);
    const [likeliest] = likelyIntents(text);
    const article =
      found ??
      (changes.some(
        (key) =>
          match(text, key) !== undefined || (likeliest?.is === key && likeliest.likelihood >= even),
      )
        ? sources.ofChanges()
        : undefined);
    return article && articleTold(article, l.locale);
  };
}

/** What we have to say to a question in free text: from the catalogue, or one of our articles. */
import type { Told } from '../../cards/answers/answerCard.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import { understandCatalogQuestion } from '../../understanding/catalogQuestions.ts';
import { factsOfTurn } from '../step/factsOfTurn.ts';
import type { Services } from '../step/services.ts';
import type { Turn } from '../step/turn.ts';
import { answerCatalogQuestion } from './catalogAnswers.ts';

/**
 * @param text what was typed, or the part of it that asks.
 * @returns undefined when we have nothing to say to it.
 */
export async function answerTo(
  services: Services,
  turn: Turn,
  text: string,
  { subscriptionId }: Subject,
): Promise<Told | undefined> {
  const { l } = turn;
  const present = subscriptionId
    ? (await factsOfTurn(services, turn, subscriptionId)).subscription.skuId
    : undefined;
  const question = understandCatalogQuestion(services.catalog, text, present);
  if (question) return answerCatalogQuestion(services, l, question);
  const article = services.findArticle(text);
  return article && { ...article[l.locale], links: article.links, slug: article.slug };
}

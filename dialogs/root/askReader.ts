/** Asks the reader, where there is one, what a text says that we did not understand. */
import type { Told } from '../../cards/answers/answerCard.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Subject } from '../../commerce/model/subject.ts';
import type { Article } from '../../locales/articles.ts';
import { inOurWords } from '../../understanding/inOurWords.ts';
import type { Reader } from '../../understanding/reader.ts';
import { withoutPersonal } from '../../understanding/withoutPersonal.ts';
import { articleTold } from '../answers/articleTold.ts';
import type { Saying, Turn } from '../step/turn.ts';

export interface AskReaderNeeds {
  /** Undefined where none is set up. */
  readerOf?: ((tenantId: string) => Reader) | undefined;
  /** Names of the plans that may be chosen. */
  plansOnOffer(turn: Turn, subject: Subject): Promise<readonly string[]>;
  articles(): readonly Article[];
}

/** What is said first, then what is heard in place of the text, or told. */
export type ReadByReader = { saying: Saying } & ({ text: string } | { told: Told });

/** Letters; who writes more than that tells a story. */
const longest = 1000;

/** @returns undefined when it stays not understood */
export async function askReader(
  needs: AskReaderNeeds,
  turn: Turn,
  { id: step, subject }: { id: string | undefined; subject: Subject },
): Promise<ReadByReader | undefined> {
  const { text } = turn.intent;
  const { l, tenantId } = turn;
  const reader = needs.readerOf?.(tenantId);
  const isReadable = /\p{L}{2}/u.test(text) && text.length <= longest;
  if (!reader || !isReadable) return undefined;
  const articles = needs.articles();
  const context = {
    step,
    plans: await needs.plansOnOffer(turn, subject).catch(noneWhere),
    articles: articles.map((article) => ({ id: article.slug, title: article[l.locale].title })),
    locale: l.locale,
  };
  const read = await reader.read(withoutPersonal(text), context);
  const words = read && inOurWords(text, read, context);
  if (!words) return undefined;
  if ('text' in words) {
    const key = words.withdraws ? 'dialogs.read.withdraws' : 'dialogs.read.words';
    return { saying: { key, values: { words: words.text } }, text: words.text };
  }
  const article = articles.find(({ slug }) => slug === words.article);
  if (!article) return undefined;
  const { title } = article[l.locale];
  return {
    saying: { key: 'dialogs.read.question', values: { title } },
    told: articleTold(article, l.locale),
  };
}

/** A service that does not answer keeps nobody from asking about something else. */
function noneWhere(error: unknown): readonly string[] {
  if (error instanceof UpgraderaError) return [];
  throw error;
}

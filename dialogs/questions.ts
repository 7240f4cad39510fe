/** Finds the article that answers a question asked in free text. */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Article } from '../locales/articles.ts';
import { type Locale, locales } from '../locales/localiser.ts';
import { wordsOf } from '../locales/words.ts';
import { answersStep } from './questionKind.ts';
import { Vocabulary } from './vocabulary.ts';

/** A title or a question, as people say it; or the text of an answer. */
interface Entry {
  id: number;
  slug: string;
  asked: string;
  told: string;
}

interface Language {
  index: MiniSearch<Entry>;
  vocabulary: Vocabulary;
  /** In how many articles a telling term stands. */
  spread: Map<string, number>;
}

interface Candidate {
  slug: string;
  score: number;
  /** Telling terms of the question that the article knows. */
  known: Set<string>;
  /** Their share, by weight, 0 to 1. */
  coverage: number;
}

const boost = { asked: 3, told: 0.6 };
/** What the other questions of an article count beside the best one. */
const shareOfOthers = 0.15;
/** Share of what was asked that the article must speak of: less when the subject is surely ours. */
const leastCoverage = { ours: 0.25, open: 0.6 };
/** What the known words must weigh together: a few common ones tell nothing. */
const leastEvidence = 1.8;
/** A word that no article knows weighs like one that so many know. */
const unknownSpread = 2;
const between = ' ';
/** Letters; what is longer is a letter or a log, not a question. */
const longestQuestion = 400;

export class Questions {
  readonly #articles: Map<string, Article>;
  readonly #languages: Map<Locale, Language>;

  constructor(articles: readonly Article[]) {
    this.#articles = new Map(articles.map((article) => [article.slug, article]));
    this.#languages = new Map(locales.map((locale) => [locale, languageOf(articles, locale)]));
  }

  /**
   * @param locale is searched first, then the other languages: nobody has to switch first.
   * @returns undefined when no article is clearly meant.
   */
  find(text: string, locale: Locale): Article | undefined {
    if (text.length > longestQuestion || answersStep(text)) return undefined;
    const others = locales.filter((other) => other !== locale);
    for (const language of [locale, ...others].flatMap((name) => this.#languages.get(name) ?? [])) {
      const slug = this.#search(language, text);
      if (slug !== undefined) return this.#articles.get(slug);
    }
    return undefined;
  }

  #search({ index, vocabulary, spread }: Language, text: string): string | undefined {
    const isOurs = vocabulary.isOurs(text);
    if (isOurs === false) return undefined;
    const telling = vocabulary.read(text);
    const weights = new Map(telling.map((term) => [term, this.#weight(spread.get(term))]));
    const best = bestOf(index.search(telling.join(between)), weights);
    if (!best) return undefined;
    const least = isOurs ? leastCoverage.ours : leastCoverage.open;
    const evidence = sum([...best.known].map((term) => weights.get(term) ?? 0));
    const enough = evidence >= leastEvidence && (isOurs || best.known.size > 1);
    return enough && best.coverage >= least ? best.slug : undefined;
  }

  /** Rare words weigh more. */
  #weight(spread = unknownSpread): number {
    return Math.log(1 + this.#articles.size / spread);
  }
}

/** The best question of an article counts in full, the rest of it a little. */
function bestOf(results: SearchResult[], weights: Map<string, number>): Candidate | undefined {
  const total = sum([...weights.values()]);
  const found = new Map<string, Candidate>();
  for (const { slug, score, queryTerms } of results) {
    const one = found.get(slug) ?? { slug, score: 0, known: new Set(), coverage: 0 };
    one.score += one.score > 0 ? score * shareOfOthers : score;
    for (const term of queryTerms) if (weights.has(term)) one.known.add(term);
    found.set(slug, one);
  }
  const candidates = [...found.values()].map((one) => ({
    ...one,
    coverage: sum([...one.known].map((term) => weights.get(term) ?? 0)) / total,
  }));
  const rank = ({ score, coverage }: Candidate): number => score * (0.5 + coverage);
  return candidates.sort((a, b) => rank(b) - rank(a))[0];
}

function languageOf(articles: readonly Article[], locale: Locale): Language {
  const vocabulary = new Vocabulary(wordsOf[locale]);
  const spread = new Map<string, number>();
  const index = new MiniSearch<Entry>({
    fields: ['asked', 'told'],
    storeFields: ['slug'],
    tokenize: (terms) => terms.split(between).filter(Boolean),
    processTerm: (term) => term,
    searchOptions: { boost },
  });
  let id = 0;
  for (const { slug, [locale]: text } of articles) {
    const { title, paragraphs, steps = [], notes = [], questions } = text;
    const told = vocabulary.learn([...paragraphs, ...steps, ...notes].join(' '));
    const said = [title, ...questions].map((question) => vocabulary.learn(question));
    index.addAll([
      ...said.map((asked) => ({ id: id++, slug, asked: asked.join(between), told: '' })),
      { id: id++, slug, asked: '', told: told.join(between) },
    ]);
    for (const term of new Set([...told, ...said.flat()]))
      spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  return { index, vocabulary, spread };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

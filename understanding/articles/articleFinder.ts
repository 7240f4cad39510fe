/** Finds the article that answers a question asked in free text, in any of our languages. */
import type { Article } from '../../locales/articles.ts';
import { locales } from '../../locales/localiser.ts';
import type { KnownQuestions } from '../../locales/questions.ts';
import { answersStep } from '../questionKind.ts';
import { wordsIn } from '../wordsIn.ts';
import { NaiveBayes } from './naiveBayes.ts';
import { Spelling } from './spelling.ts';
import { Topic } from './topic.ts';
import { type Posting, TraitIndex } from './traitIndex.ts';

/** What the nearest, the second and the third of an article's questions count. */
const shares = [1, 0.5, 0.25];
/** What being near the questions of an article counts beside the evidence for it. */
const shareOfNearness = 0.6;
/** How steeply less evidence tells against an article. */
const steepness = 0.7;
/** What speaks for our subject, besides the words: the evidence for the best article. */
const weightOfEvidence = 0.6;
/** What speaks against it: being near a question about another subject, and what was never said. */
const weightOfStrange = 9;
/** A text so near a question of ours is ours, however little its words say. */
const nearlyTheSame = 0.6;
/** What must be left for an answer. */
const leastForUs = 0.5;
/** Words; what is shorter says too little by itself. */
const shortestSentence = 4;
/** Letters; what is longer is a letter or a log, not a question. */
const longestQuestion = 600;

interface Reading {
  words: string[];
  found: Posting[];
  /** Of each known question, then of each about another subject. */
  nearness: Float64Array;
  /** By slug. */
  evidence: Map<string, number>;
}

export class ArticleFinder {
  readonly #articles: Map<string, Article>;
  /** Of the known questions, in their order. */
  readonly #slugs: string[];
  /** The known questions, then those about other subjects. */
  readonly #index: TraitIndex;
  readonly #evidence: NaiveBayes;
  readonly #subject: Topic;
  readonly #spelling: Spelling;

  constructor(articles: readonly Article[], { asked, elsewhere, elsewhereWords }: KnownQuestions) {
    const titles = articles.flatMap((article) =>
      locales.map((locale) => ({ slug: article.slug, text: article[locale].title })),
    );
    const ours = [...titles, ...asked];
    const said = ours.map(({ text }) => wordsIn(text));
    const saidElsewhere = elsewhere.map(wordsIn);
    this.#articles = new Map(articles.map((article) => [article.slug, article]));
    this.#slugs = ours.map(({ slug }) => slug);
    this.#index = new TraitIndex([...said, ...saidElsewhere]);
    this.#evidence = new NaiveBayes(this.#slugs);
    const saidOfOthers = [...saidElsewhere, ...elsewhereWords.map(wordsIn)];
    this.#subject = new Topic(said, saidOfOthers);
    this.#spelling = new Spelling(said.flat(), saidOfOthers.flat());
  }

  /** @returns undefined when the text is about another subject, or no question. */
  find(text: string): Article | undefined {
    if (text.length > longestQuestion || answersStep(text)) return undefined;
    const reading = this.#read(text);
    // Whatever is told around it, one sentence for us is enough.
    const isForUs =
      this.#isForUs(reading) ||
      sentencesIn(text).some((sentence) => this.#isForUs(this.#read(sentence)));
    return isForUs ? this.#articles.get(this.#best(reading)) : undefined;
  }

  #read(text: string): Reading {
    const words = wordsIn(text).map((word) => this.#spelling.meant(word));
    const found = this.#index.look(words);
    const [nearness, evidence] = [this.#index.nearness(found), this.#evidence.of(found)];
    return { words, found, nearness, evidence };
  }

  #isForUs({ words, found, nearness, evidence }: Reading): boolean {
    const ours = Math.max(0, ...nearness.slice(0, this.#slugs.length));
    const elsewhere = Math.max(0, ...nearness.slice(this.#slugs.length));
    if (ours >= nearlyTheSame && ours > elsewhere) return true;
    const unheard = found.filter(({ at }) => at.length === 0).length / (found.length || 1);
    const forUs = this.#subject.of(words) + weightOfEvidence * Math.max(...evidence.values());
    return forUs - weightOfStrange * (elsewhere + unheard) > leastForUs;
  }

  /** The slug that is nearest and has most evidence for it, each compared with the best one there. */
  #best({ nearness, evidence }: Reading): string {
    const near = new Map(this.#slugs.map((slug): [string, number[]] => [slug, []]));
    for (const [at, slug] of this.#slugs.entries()) near.get(slug)?.push(nearness[at] ?? 0);
    const most = Math.max(...evidence.values());
    const rows = [...evidence].map(([slug, one]) => {
      const values = (near.get(slug) ?? []).sort((a, b) => b - a);
      const sum = shares.reduce((total, share, at) => total + share * (values[at] ?? 0), 0);
      return { slug, near: sum, likelihood: Math.exp(steepness * (one - most)) };
    });
    const nearest = Math.max(...rows.map((row) => row.near)) || 1;
    const score = (row: (typeof rows)[number]): number =>
      (shareOfNearness * row.near) / nearest + (1 - shareOfNearness) * row.likelihood;
    return rows.reduce((first, row) => (score(row) > score(first) ? row : first)).slug;
  }
}

function sentencesIn(text: string): string[] {
  const sentences = text.split(/[.?!:;\n]+/);
  return sentences.filter((sentence) => wordsIn(sentence).length >= shortestSentence);
}

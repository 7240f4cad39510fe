/**
 * Phrasings by which the search is measured. They are held apart: none of them is a question of an
 * article, since a search that is measured by what it has learnt always looks good.
 */
import type { Locale } from '../../locales/localiser.ts';
import en from './questionSet/en-US.json' with { type: 'json' };
import sv from './questionSet/sv-SE.json' with { type: 'json' };

export interface QuestionSet {
  /** By the slug of the article that answers them. */
  asked: Record<string, string[]>;
  /** About other subjects, or about nothing. */
  elsewhere: string[];
  /** Commands, and answers to what the steps ask. */
  answers: string[];
}

export const questionSets: Record<Locale, QuestionSet> = { 'en-US': en, 'sv-SE': sv };

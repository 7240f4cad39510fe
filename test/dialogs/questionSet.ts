/**
 * Phrasings by which the search is measured. They are held apart: none of them is a question that
 * it learns from, since a search that is measured by what it has learnt always looks good.
 */
import type { Locale } from '../../locales/localiser.ts';
import en from './questionSet/en-US.json' with { type: 'json' };
import outsideEn from './questionSet/outside/en-US.json' with { type: 'json' };
import outsideSv from './questionSet/outside/sv-SE.json' with { type: 'json' };
import sv from './questionSet/sv-SE.json' with { type: 'json' };

export interface QuestionSet {
  /** By the slug of the article that answers them. */
  asked: Record<string, string[]>;
  /** About other subjects, or about nothing. */
  elsewhere: string[];
}

/** The second of each was written by somebody who had not seen what the search learns from. */
export const questionSets: Record<Locale, QuestionSet[]> = {
  'en-US': [en, outsideEn],
  'sv-SE': [sv, outsideSv],
};

/** Commands, and answers to what the steps ask. */
export const noQuestions: Record<Locale, string[]> = { 'en-US': en.answers, 'sv-SE': sv.answers };

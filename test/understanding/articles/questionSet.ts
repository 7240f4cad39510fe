/**
 * Phrasings by which the search is measured. They are held apart: none of them is a question that
 * it learns from, since a search that is measured by what it has learnt always looks good.
 */
import type { Locale } from '../../../locales/localiser.ts';
import en from './questionSet/en-US.json' with { type: 'json' };
import outsideEn from './questionSet/outside/en-US.json' with { type: 'json' };
import outsideSv from './questionSet/outside/sv-SE.json' with { type: 'json' };
import sv from './questionSet/sv-SE.json' with { type: 'json' };
import unseenEn from './questionSet/unseen/en-US.json' with { type: 'json' };
import unseenSv from './questionSet/unseen/sv-SE.json' with { type: 'json' };

export interface QuestionSet {
  /** By the slug of the article that answers them. */
  asked: Record<string, string[]>;
  /** About other subjects, or about nothing. */
  elsewhere: string[];
}

export interface Measure {
  set: QuestionSet;
  /** Share of the questions that must find the right article. */
  least: number;
}

/**
 * The second of each was written by somebody who had not seen what the search learns from, and read
 * afterwards by those who made the search better. The third was written likewise and read by
 * nobody: it tells what strangers will find, as long as no question is added because of it.
 */
export const questionSets: Record<Locale, Measure[]> = {
  'en-US': [
    { set: en, least: 0.95 },
    { set: outsideEn, least: 0.95 },
    { set: unseenEn, least: 0.9 },
  ],
  'sv-SE': [
    { set: sv, least: 0.95 },
    { set: outsideSv, least: 0.95 },
    { set: unseenSv, least: 0.9 },
  ],
};

/** Commands, and answers to what the steps ask. */
export const noQuestions: Record<Locale, string[]> = { 'en-US': en.answers, 'sv-SE': sv.answers };

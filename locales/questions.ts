/** Questions as people ask them: those that our articles answer, and those about other subjects. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import elsewhereEn from './elsewhere/en-US.json' with { type: 'json' };
import elsewhereSv from './elsewhere/sv-SE.json' with { type: 'json' };
import { type Locale, locales } from './localiser.ts';

export interface AskedQuestion {
  /** The article that answers it. */
  slug: string;
  locale: Locale;
  text: string;
}

export interface KnownQuestions {
  asked: AskedQuestion[];
  /** Questions about other subjects, which no article of ours answers. */
  elsewhere: string[];
  /** Words of other subjects. */
  elsewhereWords: string[];
}

const questions = z.array(z.string().trim().min(1)).min(25);
const fileSchema = z.strictObject({ 'en-US': questions, 'sv-SE': questions });
const others = [elsewhereEn, elsewhereSv];

const folder = join(import.meta.dirname, 'questions');

/** @throws ZodError when a file is not one of questions: a mistake of ours, found by the tests. */
export function loadQuestions(): KnownQuestions {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return {
    asked: files.sort().flatMap(questionsIn),
    elsewhere: others.flatMap((other) => other.questions),
    elsewhereWords: others.flatMap((other) => other.words),
  };
}

/** The file has the name of the article. */
function questionsIn(name: string): AskedQuestion[] {
  const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const slug = basename(name, '.json');
  return locales.flatMap((locale) => file[locale].map((text) => ({ slug, locale, text })));
}

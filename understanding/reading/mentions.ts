/** Where a text names plans, and what it says of each. */
import { readingWords as words } from '../../locales/reading.ts';
import { endsWith, startsWith } from './lexicon.ts';
import { family, plans, planWordsIn } from './planWords.ts';

export interface Mention {
  words: string[];
  /** Where it begins, in words. */
  at: number;
  end: number;
  /** Whether a word stands in it that tells plans apart. */
  isPlan: boolean;
  isRuledOut: boolean;
}

/** @returns in their order, ruled out or not */
export function mentionsIn(text: string): { said: readonly string[]; mentions: Mention[] } {
  const said = planWordsIn(text);
  const mentions: Mention[] = [];
  for (let at = 0; at < said.length; at++) {
    let end = at;
    while (end < said.length && isNameWord(said[end])) end++;
    if (end === at) continue;
    if (isPlace(said, at, end)) continue;
    for (const part of apart(said.slice(at, end), at)) {
      const last = mentions.at(-1);
      const isOneMore =
        last?.isRuledOut === true && last.end === part.at - 1 && neithers.has(said[last.end] ?? '');
      mentions.push({ ...part, isRuledOut: isOneMore || isRuledOut(said, part) });
    }
    at = end;
  }
  return { said, mentions };
}

/** `not E5 or E3` rules out both. */
const neithers = new Set(['or', 'nor', 'eller']);

/** `the Munich office` is no Office. */
function isPlace(said: readonly string[], at: number, end: number): boolean {
  const [article = '', name = ''] = [said[at - 2], said[at - 1]];
  const isAlone = end === at + 1 && said[at] === 'office';
  return isAlone && words.ofPlaces.includes(article) && !isNameWord(name) && name !== ',';
}

type Part = Omit<Mention, 'isRuledOut'>;

/** `E3 E5` and `Business Standard Business Premium` are two each. */
function apart(run: readonly string[], start: number): Part[] {
  const parts: Part[] = [];
  let begin = 0;
  for (let at = 1; at <= run.length; at++) {
    const before = run.slice(begin, at);
    const next = run[at];
    const isPlan = before.some((word) => plans.has(word));
    if (
      at === run.length ||
      (isPlan &&
        next !== undefined &&
        (plans.has(next) || before.includes(next) || family.has(next)))
    ) {
      parts.push({ words: before, at: start + begin, end: start + at, isPlan });
      begin = at;
    }
  }
  return parts;
}

const isNameWord = (word = ''): boolean =>
  plans.has(word) || (family.has(word) && word !== 'for' && word !== 'plan' && word !== 'apps');

function isRuledOut(said: readonly string[], { at, end }: Part): boolean {
  const before = said.slice(0, at).join(' ');
  const after = said.slice(end, end + 4).join(' ');
  if (words.dismissals.some((no) => `${after} `.startsWith(`, ${no} `))) return true;
  if (words.ruledOutAfter.some((no) => `${after} `.startsWith(`${no} `))) return true;
  const filled = before.replace(
    /(?: (?:the|a|an|den|det|want|vill|ha|take|ta|our|vår|to|till|upp till|över till|up to|over to|(?:den|det|the one|varianten) (?:i|från|av|ur|in|from|of)))+$/,
    '',
  );
  // `forget about the 30 Premium`
  const uncounted = filled.replace(/(?: (?:the|de|dem))? \d+$/, '');
  if ([before, filled, uncounted].some((one) => endsWith(one, words.refusedPlans))) return true;
  return [before, filled].some(
    (one) =>
      [words.negations, words.comparedBefore].some((list) => endsWith(one, list)) &&
      !endsWith(one, words.noNegations),
  );
}

/** `from E3 to E5`, `E3 → E5`: where one comes from is not where one goes. */
export function isFrom(
  said: readonly string[],
  { at, end }: Mention,
  all: readonly Mention[],
): boolean {
  if (all.length < 2) return false;
  const isBeforeArrow = said[end] === '→';
  const before = said.slice(0, at).join(' ');
  const isLast = all.at(-1)?.at === at;
  const isOneOf =
    words.rangeWords.includes(`${said[end]}`) && all.some((one) => one.at === end + 1);
  return (
    isBeforeArrow ||
    endsWith(before, words.fromWords) !== undefined ||
    (!isLast && !isOneOf && endsWith(before, words.considered) !== undefined) ||
    // `Had E1 in mind, but no, give us E3`
    (!isLast && startsWith(said.slice(end).join(' '), words.inMind) !== undefined)
  );
}

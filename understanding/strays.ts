/** Whether a number or a way to pay stands in a text that is about something else: then it is asked, never taken. */
import { memoizeRecent, once } from '../commerce/base/memoize.ts';
import { readingWords } from '../locales/reading.ts';
import { anyStandsIn, paddedForSearch, startsWith } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';
import { countsIn } from './reading/numbers/counts.ts';
import { tokensOf } from './reading/numbers/tokens.ts';
import { speaksOfPlan } from './reading/plans.ts';
import { withoutSlip } from './reading/spelling/slips.ts';
import { wordsBeside, wordsInside } from './reading/spelling/vocabulary.ts';

/** Of what is never ours, words are known in order to be refused; of what is counted or told else, to be passed over. */
const {
  neverAbout,
  events,
  otherLanguages,
  streets,
  neverOurs,
  refused,
  says,
  uncounted,
  buys,
  buysAnew,
  otherUnits,
  reporters,
  reportVerbs,
  reportsAlone,
  noObjections,
  takesBack,
  reasonJoints,
  approvedWhen,
  halfApproved,
  shorthand,
  patterns,
  tales,
  moments,
  ...others
} = readingWords;
const groupsIn = (lists: readonly string[]): string[] =>
  lists.join(' ').match(/(?<=<)\w+(?=>)|(?<=!)\w+/g) ?? [];
const {
  refused: neverDone,
  awaits,
  awaitsInverted,
  noAwaits,
  postpones,
  partly,
  groups,
  ...elsewhere
} = patterns;
const heardElse = new Set(
  groupsIn(Object.values(elsewhere).flatMap((lists) => Object.values(lists).flat())),
);
/** Nor is what somebody waits for: an audit, the harvest. */
const waitedFor = [awaits, awaitsInverted, noAwaits, postpones, partly].flatMap((list) =>
  groupsIn(list ?? []),
);
const notOurs = new Set([
  ...groupsIn(neverDone),
  ...waitedFor.filter((name) => !heardElse.has(name)),
]);
const ours = {
  others,
  groups: Object.entries(groups).filter(([name]) => !notOurs.has(name)),
};

const known = once(
  (): ReadonlySet<string> =>
    new Set(
      [
        ...wordsInside(ours),
        ...wordsBeside((key) => !/^phrases\.(?:catalog|featureWords)/.test(key)),
      ].flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}'.]+/u)),
    ),
);

const { anchors, anchorParts, attributes, weakAnchors, wishes, corrections, moreAfter } =
  readingWords;
const anchorPart = new RegExp(anchorParts.join('|'), 'u');
const weak = [...weakAnchors, ...wishes, ...corrections, ...moreAfter];
/** `27 - Mo's back from leave`: what is said behind it explains. */
const leads = /^\s*\d{1,4}\s*[.,;:–—-]\s(?:(?:not|inte) \d{1,4}(?!\d))?\D*$/u;
/** Words: who says less than that answers, and tells nothing. */
const leastOfTale = 5;
/** Of words that nothing reads, beside what is surely about licences. */
const mostUnread = 3;

/** @param text that says how many or how to pay */
export const strays = memoizeRecent((text): boolean => {
  const tokens = tokensOf(text).filter(({ is }) => is !== 'mark');
  const words = tokens.flatMap(({ is, text: word }) =>
    is === 'word' && word.length > 1 ? [word] : [],
  );
  if (tokens.length < leastOfTale || speaksOfPlan(text)) return false;
  const unread = words.filter(
    (word) => !known().has(word) && !known().has(withoutSlip(word, known())),
  );
  if (unread.length === 0) return false;
  const plain = normalise(text).replaceAll(':', ' ').replaceAll('  ', ' ');
  const padded = paddedForSearch(plain);
  const asks = startsWith(plain, weakAnchors) !== undefined;
  const isSure = countsIn(text).some(({ is, isTotal }) => is === 'relative' || isTotal);
  if (
    asks ||
    isSure ||
    leads.test(text) ||
    anchorPart.test(plain) ||
    anyStandsIn(padded, anchors)
  ) {
    return unread.length > mostUnread && unread.length * 3 > words.length;
  }
  const isAttribute = words.some(
    (word, at) => attributes.includes(word) && unread.includes(words[at + 1] ?? ''),
  );
  return isAttribute || !anyStandsIn(padded, weak) || unread.length > 1;
});

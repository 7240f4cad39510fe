/** What a number counts: the first rule that fits decides. */
import { readingWords as words } from '../../../locales/reading.ts';
import { anyStandsIn, endsWith, startsWith } from '../lexicon.ts';
import {
  isLicences,
  pastName,
  withoutArticle,
  withoutDash,
  withoutLicences,
} from './licenceWords.ts';
import { isFewer, isMore, isOffBy, isOneMore, saysMoreOrFewer } from './moreOrFewer.ts';
import { isIncluded, isOfNewcomers } from './newcomers.ts';
import {
  isBase,
  isBeaten,
  isChanged,
  isGoal,
  isHalfTold,
  isNumberText,
  isOfAnotherDay,
  isOutOf,
  isPlaceBefore,
  isRange,
  isRangeAfter,
  isRemoved,
  isSecondGroup,
  isVague,
} from './numbersBeside.ts';
import { isAge, isLength, isOfPeriod, isTerm } from './periods.ts';
import { isNewPlan, isTowards } from './plansBeside.ts';
import {
  isFor,
  isNumbered,
  isOrdered,
  isPriceOfOne,
  isReference,
  isStreet,
  large,
} from './references.ts';

/**
 * `vague`: one number of licences can't be told. `relative`: so many more. `present`: so many there are now. `newcomers`: so many people
 * that come. `times`: so many times what is there. `share`: so many percent more or fewer. `bare`: nothing is said about it. `large`: likely the
 * name of something. `other`: of something that is not known.
 */
export type Counts =
  | 'licences'
  | 'relative'
  | 'present'
  | 'newcomers'
  | 'times'
  | 'share'
  | 'bare'
  | 'large'
  | 'other'
  | 'vague'
  | 'ruledOut'
  | 'none';

/** What is said around one number. */
export interface Surroundings {
  value: number;
  text: string;
  before: string;
  after: string;
  isWord: boolean;
}

type Rule = (around: Surroundings) => Counts | undefined;

/** It belongs to a name, a date, a sum of money, a time. */
const namesAndMeasures: readonly Rule[] = [
  ({ value, isWord }) => (isWord && value < 1 ? 'none' : undefined),
  ({ before, after, value, isWord }) =>
    isWord && value === 1 && !isLicences(after) && !isOneMore(before, after) ? 'none' : undefined,
  ({ value, before }) =>
    value === 1 && /(?:^| )(?:every|each)$/.test(before) ? 'none' : undefined,
  ({ before }) => (/^[-−]$/.test(before) ? 'vague' : undefined),
  ({ value, after }) =>
    value === 365 && startsWith(after, words.licences) === undefined ? 'none' : undefined,
  ({ text }) => (/^0\d/.test(text) ? 'none' : undefined),
  ({ value, before }) => (isYear(value) && / -$/.test(before) ? 'none' : undefined),
  // `Enterprise 5`
  ({ value, before }) =>
    value < 10 && / (?:enterprise|e)$/.test(` ${before}`) ? 'none' : undefined,
  ({ before, after }) =>
    (startsWith(after.replace(/^\. /, ''), words.months) ?? endsWith(before, words.months))
      ? 'none'
      : undefined,
  ({ before, after }) =>
    /^(?:nd|rd|th|st (?:one|plan|option|choice|in|on|of)|: ?(?:e|a|an))\b/.test(after) ||
    (/^st\b/.test(after) && / the$/.test(` ${before}`))
      ? 'none'
      : undefined,
  ({ value, after, isWord }) =>
    !isWord && value > 1_000_000 && !isLicences(after) ? 'none' : undefined,
  ({ before, value }) =>
    endsWith(before, words.currencies) && value !== 0 && !/kr$/.test(before) ? 'none' : undefined,
  ({ after }) => (startsWith(after, words.currencies) ? 'none' : undefined),
  ({ text, value, after }) => (isPriceOfOne(value, text, after) ? 'none' : undefined),
  ({ after }) => (startsWith(after, words.perMonth) && !isTerm(after) ? 'vague' : undefined),
  // `3 but with 30 people`, of a list
  ({ value, before, after, isWord }) =>
    before === '' && value < 10 && !isWord && isPlaceBefore(after) ? 'none' : undefined,
  ({ before, after }) => {
    const unit = startsWith(after, words.shares);
    if (unit === undefined) return undefined;
    if (anyStandsIn(` ${before} `, words.priceWords)) return 'none';
    return saysMoreOrFewer(before, after.slice(unit.length).trimStart()) ? 'share' : 'none';
  },
  ({ after }) => (startsWith(after, words.timesAfter) ? 'times' : undefined),
  ({ value, before, after }) => (isLength(value, before, after) ? 'none' : undefined),
  // `1x per year`
  ({ value, after }) =>
    value < 13 && /^x (?:per|a|om|i|each|every)\b/.test(after) ? 'none' : undefined,
  ({ after }) =>
    startsWith(withoutDash(after), words.otherUnits) && !isLicences(after) && !isTerm(after)
      ? 'none'
      : undefined,
  ({ value, before, after }) =>
    (isReference(before) && !isOrdered(value, before, after)) || isNumbered(before, after)
      ? 'none'
      : undefined,
  ({ value, before, after }) =>
    isYear(value) && !isLicences(after) && endsWith(before, words.dateBefore) ? 'none' : undefined,
  ({ before, after }) =>
    endsWith(before, words.owned) && !startsWith(after, words.ourselves) ? 'none' : undefined,
  ({ text, after }) => (isStreet(after) || isFor(text, after) ? 'none' : undefined),
  ({ before }) => (/(?:gatan|vägen|gränd|street|road)$/.test(before) ? 'none' : undefined),
  ({ value, before, after }) =>
    (/^- \d/.test(after) && value >= 1000) || /\d{4} -$/.test(before) || /^- \d{4}/.test(after)
      ? 'none'
      : undefined,
  // `one bill rather than twelve`, `three years, all three of them paid now`, `out till 3`
  ({ value, before, after }) => (isOfPeriod(value, before, after) ? 'none' : undefined),
  // `upgrade 2 premium`
  ({ value, before, after, isWord }) =>
    value === 2 &&
    !isWord &&
    !isLicences(after.replace(/ x (?=\d)/, ' ')) &&
    (endsWith(before, words.upgrades) !== undefined || isTowards(before, after))
      ? 'none'
      : undefined,
];

const ruledOut: readonly Rule[] = [
  ({ before }) => (/(?:^| )no to(?: the)?$/.test(before) ? 'ruledOut' : undefined),
  ({ before }) =>
    isBeaten(before) ||
    [before, withoutArticle(before)].some((one) => endsWith(one, words.negations))
      ? 'ruledOut'
      : undefined,
  ({ after }) => (startsWith(withoutLicences(after), words.ruledOutAfter) ? 'ruledOut' : undefined),
  ({ after }) => (/^→/.test(pastName(withoutLicences(after))) ? 'none' : undefined),
  ({ after }) => (isChanged(after) ? 'none' : undefined),
];

/** From one number to another is a change; else nobody knows which. */
const ranges: readonly Rule[] = [
  // `somewhere from 30 to 40`
  ({ before, after }) =>
    isRangeAfter(after) && endsWith(before, words.vagueBefore) ? 'vague' : undefined,
  ({ before, after }) =>
    isRangeAfter(after) && endsWith(before, words.fromWords) ? 'none' : undefined,
  // `from 25 Standard to 38 Premium`
  ({ before, after }) =>
    endsWith(before, words.fromWords) && /^(?:\p{L}+ ){1,3}(?:to|till|→) \d/u.test(after)
      ? 'none'
      : undefined,
  // `from Standard 25 licences to Premium 38`
  ({ before, after }) =>
    /(?:^| )(?:från|from)(?: [^\s\d]+(?: 365)?){1,4}$/u.test(before) &&
    /^(?:[^\s\d]+ )?(?:till|to|→) (?:\S+ ){1,5}\d/u.test(after)
      ? 'none'
      : undefined,
  ({ before }) => (/→$/.test(before) ? 'licences' : undefined),
  ({ after }) => (isRangeAfter(after) ? 'vague' : undefined),
  ({ before }) => {
    const range = /(?:^| )(?:(\S+) )?(\d+|\S+) (\S+?)(?: ?\.)?$/.exec(before);
    if (!range || !isRange(range[3]) || !isNumberText(range[2])) return undefined;
    return range[1] && words.fromWords.includes(range[1]) ? 'licences' : 'vague';
  },
];

const halfTold: readonly Rule[] = [
  ({ value, before, after }) => (isHalfTold(value, before, after) ? 'vague' : undefined),
  ({ before, after }) => (isOutOf(before, after) ? 'none' : undefined),
];

const amounts: readonly Rule[] = [
  // `one licence for each of us`
  ({ value, after }) =>
    value === 1 && startsWith(withoutLicences(after), words.each) ? 'none' : undefined,
  // `30 yearly; 12 of them are interns`
  ({ after }) => (startsWith(after, words.subsets) ? 'none' : undefined),
  ({ before }) => (isBase(before) ? 'bare' : undefined),
  ({ after }) => (isOfAnotherDay(after) ? 'vague' : undefined),
  ({ before, after }) =>
    endsWith(before, words.changesTo) && !saysMoreOrFewer(before, after) ? 'licences' : undefined,
  ({ value, after }) => (isOffBy(value, after) ? 'relative' : undefined),
  ({ isWord, value, before, after }) =>
    !isWord && isAge(value, before, after) ? 'none' : undefined,
  ({ before, after }) =>
    (endsWith(before, words.vagueBefore) && !isGoal(before)) || isVague(after)
      ? 'vague'
      : undefined,
  ({ after }) => (/^k\b/.test(after) ? 'vague' : undefined),
  ({ value }) => (Number.isInteger(value) ? undefined : 'vague'),
  ({ value, after }) => (isYear(value) && !isLicences(after) ? 'large' : undefined),
  ({ before, after }) => (isRemoved(before, after) ? 'vague' : undefined),
  ({ before, after }) => (isMore(before, after) || isFewer(before, after) ? 'relative' : undefined),
  ({ before, after }) => (isSecondGroup(before, after) ? 'vague' : undefined),
  // `we are 25 now`
  ({ before, after }) =>
    endsWith(before, words.owners) && startsWith(withoutLicences(after), words.nowWords)
      ? 'present'
      : undefined,
  // `move our 25 Standard to Premium`
  ({ before, after }) =>
    endsWith(before, words.sourcesBefore) && startsWith(after, words.sources) ? 'other' : undefined,
  // `order 30 new Premium`: so many, or so many more?
  ({ after }) => (isNewPlan(after) ? 'vague' : undefined),
  // `E1 till 200 vikarier`: for so many, or for so many more?
  ({ before, after }) =>
    / till$/.test(before) && startsWith(after, words.newcomers) ? 'vague' : undefined,
  ({ before, after }) => (isIncluded(before, after) ? 'none' : undefined),
  ({ before, after }) => (isOfNewcomers(before, after) ? 'newcomers' : undefined),
  ({ before, after }) =>
    isLicences(after) || endsWith(before.replace(/ [:=]$/, ''), words.quantityBefore)
      ? 'licences'
      : undefined,
  ({ value, before, after }) =>
    value >= large && /\p{L}/u.test(before + after) ? 'large' : undefined,
  ({ after }) =>
    after === '' || /^[,.;:!?()+&×*@→\d-]/.test(after) || startsWith(after, words.afterNumbers)
      ? 'bare'
      : 'other',
];

export const rules: readonly Rule[] = [
  ({ value, before, after }) => (value === 0 && !isMore(before, after) ? 'none' : undefined),
  ...namesAndMeasures,
  ...ruledOut,
  ...ranges,
  ...halfTold,
  ...amounts,
];

const isYear = (value: number): boolean => value >= 1990 && value < 2100;

/** Groups that nobody added up: `19 in Lagos and 22 in Abuja`, `4 surgeries with 9 people each`. */
import { readingWords as words } from '../../../locales/reading.ts';
import { anyOf, anyStandsIn, paddedForSearch } from '../lexicon.ts';
import { plansNamed, speaksOfPlan } from '../plans.ts';
import { termsIn } from '../terms.ts';
import { countsIn } from './counts.ts';
import { type Token, tokensOf } from './tokens.ts';

const {
  apiece,
  combined,
  groupJoints,
  groupPlaces,
  groupsOf,
  notGrouped,
  notTogether,
  otherUnits,
} = words;
const stop = String.raw`(?!(?:${anyOf([...groupJoints, ...notGrouped])})(?![\p{L}]))`;
const word = String.raw`${stop}[\p{L}'-]+`;
/** `in Lagos`, `out on the road` */
const place = `(?:${anyOf(groupPlaces)})(?: ${word}){1,3}`;
const kind = String.raw`(?!(?:${anyOf([...otherUnits, ...groupPlaces])})(?![\p{L}]))${word}`;
/** `19 in Lagos`, `19 of us in Lagos`, `19 nurses in Lagos` */
const placed = String.raw`\d+(?: of (?:us|them))?(?: ${kind}){0,2} ${place}`;
/** `22 nurses`, `7 part-time doctors` */
const people = String.raw`\d+(?: ${kind}){1,3}`;
const joint = `(?: ,)? (?:${anyOf(groupJoints)}) (?:(?:another|the|our|a further|then) )?`;
const listed = `(?: , (?:and )?|${joint})`;
const sums = [
  new RegExp(`(?<![\\p{L}\\d])${placed}(?:${listed}${placed})+`, 'gu'),
  new RegExp(
    `(?<![\\p{L}\\d])(?:${placed}|${people})(?: , (?:${placed}|${people}))*${joint}(?:${placed}|${people})`,
    'gu',
  ),
];
/** `me and 28 others` */
const withMe = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:${anyOf(words.withOneself)}) \\d+ (?:${anyOf([...words.others, ...words.licences])}|others?)(?= |$)`,
    'gu',
  ),
];
const each = `(?: (?:${anyOf(apiece)}))`;
const groupNoun = String.raw`(?:\p{L}+ ){0,1}(?:${anyOf(groupsOf)})`;
const products = [
  // `four crews of eight`
  new RegExp(
    String.raw`(?<![\p{L}\d])(\d+) ${groupNoun}(?: ,)? (?:of|times|at) (\d+)(?: ${kind}){0,2}${each}?(?= |$)`,
    'gu',
  ),
  // `two floors, 15 people each`, `4 surgeries with 9 people each`
  new RegExp(
    String.raw`(?<![\p{L}\d])(\d+) ${groupNoun}(?: ,)? (?:(?:and|with|having|at) )?(\d+)(?: ${kind}){0,2}${each}(?= |$)`,
    'gu',
  ),
  // `8 people in each of our 4 vans`
  new RegExp(
    String.raw`(?<![\p{L}\d])(\d+)(?: ${kind}){0,2} (?:in|on|at|for|per) (?:each|every one) of (?:(?:our|the|my) )?(\d+) ${groupNoun}(?= |$)`,
    'gu',
  ),
];

/**
 * @returns how many they are together. Where all is said that a purchase takes, they must be said to be meant
 * together: `unclear` else. Undefined where no groups are told, or something else is counted besides
 */
export function groupsIn(text: string): number | 'unclear' | undefined {
  const tokens = tokensOf(text);
  if (tokens.every(({ value }) => value === undefined)) return undefined;
  const said = tokens.map(inDigits).join(' ');
  const padded = paddedForSearch(said);
  if (plansNamed(text) > 1 || anyStandsIn(padded, notTogether)) return undefined;
  const told = productIn(said) ?? sumIn(said) ?? withOneselfIn(said);
  if (!told || countsIn(told.rest).length > 0 || isSaidAgain(told)) return undefined;
  // `the 25 we have plus seven new ones`
  if (anyStandsIn(paddedForSearch(told.groups), [...words.nowWords, ...words.owned]))
    return undefined;
  const isMeant =
    told.isSure ||
    anyStandsIn(padded, combined) ||
    anyStandsIn(paddedForSearch(told.groups), apiece);
  const isWhole = speaksOfPlan(text) && termsIn(text) !== undefined;
  return isWhole && !isMeant ? 'unclear' : told.count;
}

/** `the one called Premium` counts nothing. */
function inDigits({ text, is, value }: Token): string {
  return value === undefined || (is === 'word' && value === 1) ? text : `${value}`;
}

interface Told {
  count: number;
  groups: string;
  /** Nothing else can be meant. */
  isSure?: boolean;
  rest: string;
}

function productIn(said: string): Told | undefined {
  return toldBy(products, said, (numbers) => numbers.reduce((product, one) => product * one, 1));
}

function sumIn(said: string): Told | undefined {
  return toldBy(sums, said, (numbers) => numbers.reduce((sum, one) => sum + one, 0));
}

function withOneselfIn(said: string): Told | undefined {
  const told = toldBy(withMe, said, ([others = 0]) => others + 1);
  return told && { ...told, isSure: true };
}

function toldBy(
  patterns: readonly RegExp[],
  said: string,
  together: (numbers: readonly number[]) => number,
): Told | undefined {
  for (const pattern of patterns) {
    const [only, ...others] = said.match(pattern) ?? [];
    if (only === undefined || others.length > 0) continue;
    const count = together((only.match(/\d+/g) ?? []).map(Number));
    return { count, groups: only, rest: said.replace(only, ' , ') };
  }
  return undefined;
}

/** `412 pupils and 28 teachers: Premium for the teachers` */
function isSaidAgain({ groups, rest }: Told): boolean {
  const kinds = [...groups.matchAll(/\d+ (\p{L}{4,})/gu)].map(([, noun = '']) => noun);
  return kinds.some((noun) => rest.split(' ').includes(noun));
}

/** Numbers that are clear only by what they are together: a sum that is told, a number said again, a group that stays. */
import { readingWords as words } from '../../../locales/reading.ts';
import { anyOf } from '../lexicon.ts';
import { normalise } from '../normalise.ts';
import { speaksOfPlan } from '../plans.ts';
import { countsIn } from './counts.ts';
import { tokensOf } from './tokens.ts';

/** So many: more of them are no sum that anybody tells in passing. */
const partsAndSum = 3;

/** `we are 25, three start on Monday, so all 28`; `they offered 30, we said 35, so 35`. */
export function settled(text: string): number | undefined {
  const said = tokensOf(text).flatMap(({ value }) =>
    value !== undefined && Number.isInteger(value) && value > 0 && value !== 365 ? [value] : [],
  );
  const all = countsIn(text);
  const counted = new Set(
    all
      .filter(({ is }) => is === 'licences' || is === 'bare' || is === 'other')
      .map(({ value }) => value),
  );
  // `a yearly plan with one payment` adds nobody.
  const parts = said.filter((value) => value > 1 || all.some((one) => one.value === 1));
  const count = sumIn(parts) ?? saidAgain(said);
  return count !== undefined && counted.has(count) ? count : undefined;
}

function sumIn(said: readonly number[]): number | undefined {
  const [sum = 0, more = 0, less = 0, ...others] = [...new Set(said)].sort((a, b) => b - a);
  if (said.length !== partsAndSum || others.length > 0 || less === 0) return undefined;
  return more + less === sum || (less > 1 && more * less === sum) ? sum : undefined;
}

/** The last one, where it alone was said before. */
function saidAgain(said: readonly number[]): number | undefined {
  const last = said.at(-1);
  const times = (value: number | undefined): number => said.filter((one) => one === value).length;
  const isAlone = said.every((one) => one === last || times(one) === 1);
  return isAlone && times(last) > 1 && new Set(said).size > 1 ? last : undefined;
}

const others = `(?:${anyOf(words.others)})`;
const stay = `(?:${anyOf(words.staying)})`;
/** `leave the other five as they are`, `övriga 5 ligger kvar` */
const staying = new RegExp(
  `(?:[,.;:]? (?:and|och|while|medan|men|but))?(?: |^)(?:${stay}(?: [^\\\\s,.;]+){0,2} )?${others}(?: [^,.;]*?)?(?: ${stay})?(?=[,.;]|$)`,
  'u',
);
const ofCard = /(?:^| )(?:the rest|resten)(?= |$)/u;
const isToStay = new RegExp(`(?:^| )${stay}(?= |[,.;]|$)`, 'u');

/** @returns what is said of the others, where a group of them is to stay as it is; undefined where none is */
export function restStays(text: string): string | undefined {
  const plain = normalise(text);
  const [group = ''] = staying.exec(plain) ?? [];
  if (group === '' || !isToStay.test(group)) return undefined;
  // `Make it 30 and leave the rest` speaks of what the card says.
  if (ofCard.test(group) && !speaksOfPlan(text)) return undefined;
  return plain.replace(group, ' ,');
}

/** What looks like a number and is a name: of a phone, a time, a day, a paper. */
import { readingWords } from '../../../locales/reading.ts';

const phoneNumber =
  /(?:\+\d{1,3}[ -]?|\b0)\d{1,3}[- ]\d{2,4}(?:[ -]?\d{2,4}){1,3}\b|\b0\d{3,4}[- ]\d{5,7}\b/g;
/** `14:30`, `kl 14`, `at 14.30` */
const hour = '\\d{1,2}[.:]\\d\\d\\b';
const time = new RegExp(
  `\\b\\d{1,2}:\\d\\d\\b|\\bat ${hour}|\\b(?:${readingWords.clock.join('|')})\\.? ?(?:${hour}|\\d{1,2}\\b)`,
  'g',
);
/** `2027-03-01`, `1.4.2027`, `15/3` */
const day =
  /\b\d{4}([-/.])\d{1,2}\1\d{1,2}\b|\b\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d)\b|(?<![\d/])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\d/])|(?<![\d/])(?:0?[1-9]|1[0-2])\/\d\d(?![\d/])/g;
const address = /\S+@\S+|\S*\\\S+/g;
/** `Q-2026-118`, `4711-A`, `Dnr 2026/118`, `school year 2027/28` */
const code =
  /\b(?:19|20)\d\d\/\d{1,5}\b|(?<![\p{L}\d])\p{L}{1,3}-\d{3,}(?:-[\p{L}\d]+)*|\b\d{3,}-\p{L}\b/gu;

/** `a day or two`, `en vecka eller två` */
const someTime =
  /(?<![\p{L}\d])(?:an?|en|ett) (?:day|week|hour|minute|moment|second|sec|fortnight|dag|vecka|timme|minut|stund) (?:or|eller) (?:two|three|so|2|3|två|tre)(?![\p{L}\d])/gu;

/** @param text normalised */
export function withoutNames(text: string): string {
  const counted = text.replaceAll(someTime, ' , ');
  if (!/\d/.test(counted)) return counted;
  return [address, code, phoneNumber, day, time].reduce(
    (rest, name) => rest.replaceAll(name, ' , '),
    counted,
  );
}

/** A sentence cut into words, numbers and marks, for those who read what is said about a number. */
import { readingWords } from '../../../locales/reading.ts';
import { normalise } from '../normalise.ts';
import { inKnownWords } from '../patterns/patterns.ts';
import { withoutSlip } from '../spelling/slips.ts';
import { withoutNames } from './notCounted.ts';

export interface Token {
  text: string;
  is: 'word' | 'number' | 'mark';
  /** Of a number, whether written in digits or as a word. */
  value?: number;
}

/** Groups of three digits with one kind of separator between them and hundredths after it, a decimal number, or digits. */
const pieces =
  /\d{1,3}(?:([ .,'\u00a0])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d\d)?(?![\d])(?![.,]\d)|\d+(?:[.,]\d+)?|[\p{L}][\p{L}\p{M}\p{N}]*(?:[':][\p{L}]+)*|[^\s]/gu;
const grouped = /^(\d{1,3}([ .,'\u00a0])\d{3}(?:\2\d{3})*)(?:[.,](\d\d))?$/;

export function tokensOf(text: string): Token[] {
  // `Licences: 30`, and `Payment: annual` on the next line
  const lines = text.replaceAll(/(?<=\d)\s*\n\s*/g, ', ');
  const plain = withoutNames(inKnownWords(` ${normalise(lines)}`).trimStart())
    .replaceAll(/\b(project|visio|online|defender|intune|sharepoint) plan \d\b/g, '$1 plan')
    .replaceAll(/→|[-=]+>/g, ' → ')
    .replaceAll(/([-+])=\s*(?=\d)/g, '$1 ')
    .replaceAll(/\b(x|qty|antal)(?=\d)|(\d) (?:upp?|down|ner) (?=to\b|till\b)/g, '$1$2 ')
    .replaceAll(/(\d)\s*(?=(?:st|lic|x)\b)/g, '$1 ');
  return joinNumberWords([...plain.matchAll(pieces)].map(([piece]) => tokenOf(piece)));
}

function tokenOf(piece: string): Token {
  if (/^\d/.test(piece)) {
    const [, whole, , hundredths = '0'] = grouped.exec(piece) ?? [];
    const digits = whole ? `${whole.replace(/\D/g, '')}.${hundredths}` : piece.replace(',', '.');
    return { text: piece, is: 'number', value: Number(digits) };
  }
  if (!/^\p{L}/u.test(piece)) return { text: piece, is: 'mark' };
  return { text: piece, is: 'word' };
}

const { numbers } = readingWords;
const parts = Object.entries(numbers);
/** Most words begin with none of them. */
const beginsNumber = new RegExp(`^(?:${parts.map(([word]) => word).join('|')})`, 'u');
const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0;

/** Shorter ones have neighbours that are words. */
const mendable = new Set(parts.map(([word]) => word).filter((word) => word.length >= 6));

/** `tjugofem`, `hundratjugo`, `twohundred`: undefined for what is not made of number words alone. */
export function numberIn(word: string): number | undefined {
  const whole = Object.hasOwn(numbers, word) ? numbers[word] : undefined;
  if (whole !== undefined) return whole;
  const meant = withoutSlip(word, mendable);
  if (meant !== word && !word.endsWith('th')) return numbers[meant];
  if (!beginsNumber.test(word)) return undefined;
  for (const [first, value] of parts) {
    if (!word.startsWith(first)) continue;
    const rest = numberIn(word.slice(first.length));
    const sum = rest === undefined ? undefined : added(value, rest);
    if (sum !== undefined) return sum;
  }
  return undefined;
}

function added(first: number, rest: number): number | undefined {
  if (isTens(first) && rest < 10) return first + rest;
  if (first < 10 && rest >= 100 && rest < 200) return first * 100 + (rest - 100);
  if (first >= 100 && first % 100 === 0 && rest < 100) return first + rest;
  // `one hundred twenty`, `five`
  if (first > 100 && isTens(first % 100) && rest < 10) return first + rest;
  // `five thousand`, `one thousand five`, then `hundred`
  if (first < 100 && rest === 1000) return first * rest;
  if (first >= 1000 && first % 1000 === 0 && rest < 1000) return first + rest;
  const units = first % 10;
  if (first > 1000 && rest === 100 && units === first % 1000) return first - units + units * rest;
  // `three dozen`, `half a hundred`
  if (rest === 12 && first < 10) return first * rest;
  if (first === 0.5 && rest >= 12) return first * rest;
  return undefined;
}

const { numberJoints } = readingWords;

/** `twenty five`, `two hundred and five`, `half a dozen` and `thirty-five` are one number each. */
function joinNumberWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const value = numberOf(token);
    const known = value === undefined ? token : { ...token, value };
    const joint = joined.at(-1)?.text ?? '';
    const between = numberJoints.includes(joint) ? 1 : 0;
    const before = joined.at(-1 - between);
    const isApart = between > 0 && joint !== '-';
    const sum = value === undefined ? undefined : together(before, isApart, token, value);
    if (before && sum !== undefined) {
      const text = `${before.text} ${token.text}`;
      joined.splice(-1 - between, 1 + between, { text, is: before.is, value: sum });
    } else joined.push(known);
  }
  return joined;
}

function numberOf({ text, is, value }: Token): number | undefined {
  return is === 'word' ? numberIn(text) : value;
}

function together(
  before: Token | undefined,
  isApart: boolean,
  { is }: Token,
  value: number,
): number | undefined {
  if (before?.value === undefined || is !== 'word') return undefined;
  // `3 dozen`, `3 hundred`
  if (before.is === 'number') {
    const isUnit = value === 12 || (value === 100 && before.value < 10);
    return isUnit && !isApart ? before.value * value : undefined;
  }
  const mayBeApart = before.value >= 100 || before.value < 1;
  return isApart && !mayBeApart ? undefined : added(before.value, value);
}

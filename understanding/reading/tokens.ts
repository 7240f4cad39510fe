/** A sentence cut into words, numbers and marks, for those who read what is said about a number. */
import { readingWords } from '../../locales/reading.ts';
import { normalise } from './normalise.ts';

export interface Token {
  text: string;
  is: 'word' | 'number' | 'mark';
  /** Of a number, whether written in digits or as a word. */
  value?: number;
}

/** A quotation of several words is somebody else's; `upgrade to "E3"` is not one. */
const quotation = /"[^"]*\s[^"]*\s[^"]*\s[^"]*"/gu;
/** Groups of three digits with one kind of separator between them, a decimal number, or digits. */
const pieces =
  /\d{1,3}(?:([ .,'\u00a0])\d{3})(?:\1\d{3})*(?![\d])(?![.,]\d)|\d+(?:[.,]\d+)?|[\p{L}][\p{L}\p{M}\p{N}]*(?:[':][\p{L}]+)*|[^\s]/gu;
const phoneNumber = /(?:\+\d{1,3}[ -]?|\b0)\d{1,3}[- ]\d{2,4}(?:[ -]?\d{2,3}){1,3}\b/g;
const grouped = /^\d{1,3}([ .,'\u00a0])\d{3}(\1\d{3})*$/;

export function tokensOf(text: string): Token[] {
  const plain = normalise(text)
    .replaceAll(phoneNumber, ' ')
    .replaceAll(/(\d)\s*(?=(?:st|lic|x)\b)/g, '$1 ');
  return joinNumberWords([...plain.matchAll(pieces)].map(([piece]) => tokenOf(piece)));
}

/** Without what is quoted, where something else is said as well. */
export function withoutQuotations(text: string): string {
  const rest = text.replaceAll(/[“”„]/g, '"').replace(quotation, ' ');
  return /\p{L}{2}/u.test(rest) ? rest : text;
}

function tokenOf(piece: string): Token {
  if (/^\d/.test(piece)) {
    const digits = grouped.test(piece) ? piece.replace(/\D/g, '') : piece.replace(',', '.');
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

/** `tjugofem`, `hundratjugo`, `twohundred`: undefined for what is not made of number words alone. */
export function numberIn(word: string): number | undefined {
  const whole = Object.hasOwn(numbers, word) ? numbers[word] : undefined;
  if (whole !== undefined) return whole;
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
  if (first === 100 && rest < 100) return first + rest;
  return undefined;
}

/** `twenty five`, `two hundred` and `thirty-five` are one number each. */
function joinNumberWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const value = token.is === 'word' ? numberIn(token.text) : undefined;
    const known = value === undefined ? token : { ...token, value };
    const last = joined.at(-1);
    const before = last?.text === '-' ? joined.at(-2) : last;
    const sum =
      value === undefined || before?.is !== 'word' || before.value === undefined
        ? undefined
        : added(before.value, value);
    if (before && sum !== undefined) {
      if (last?.text === '-') joined.pop();
      joined.splice(-1, 1, { text: `${before.text} ${token.text}`, is: 'word', value: sum });
    } else joined.push(known);
  }
  return joined;
}

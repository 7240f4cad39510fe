/** A yes to an order is a clear one, or it is none. */
import { readingWords } from '../../locales/reading.ts';
import {
  allStandingIn,
  anyStandsIn,
  endsWith,
  paddedForSearch,
  standsIn,
  startsWith,
} from './lexicon.ts';
import { normalise } from './normalise.ts';

const { yes, orders, hold, goingOn, negations, yet } = readingWords;
/** Heard only where they begin a text. */
const beginnings = hold.filter((words) => words.endsWith(' '));

/** @param text normalised. Whether it asks to wait, or doubts */
export function holds(text: string): boolean {
  return (
    anyStandsIn(paddedForSearch(text), hold) ||
    beginnings.some((words) => text.startsWith(words)) ||
    denies(text)
  );
}

/** `don't go on`, `gå inte vidare än`, `not until …, yet`. @param text normalised */
export function denies(text: string): boolean {
  const padded = paddedForSearch(text);
  const denied = allStandingIn(padded, negations);
  return denied.some((no) => {
    const at = padded.indexOf(` ${no} `);
    const [before, after] = [padded.slice(0, at), padded.slice(at + no.length + 2)];
    const isDenied = startsWith(after, goingOn) ?? endsWith(before, goingOn);
    return isDenied !== undefined || endsWith(after, yet) !== undefined;
  });
}

/** @param text as typed. Whether it is made of words of consent alone, one of which orders */
export function consents(text: string): boolean {
  if (text.trimEnd().endsWith('?')) return false;
  let rest = normalise(text)
    .replaceAll(/[,.!;:-]+/g, ' ')
    .replaceAll(/[^\p{L}\p{N}' ]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  let ordered = false;
  while (rest !== '') {
    const said = startsWith(rest, yes);
    if (said === undefined) return false;
    ordered ||= standsIn(said, orders) !== undefined;
    rest = rest.slice(said.length).trimStart();
  }
  return ordered;
}

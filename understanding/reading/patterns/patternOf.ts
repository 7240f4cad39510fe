/**
 * Ways of saying that are made of parts: `<not> ~3 <bond>` is a word of the one group, at most three words
 * between, and one of the other. `bind*` in a group is any word that begins so, `!till` what must not follow, `^` the
 * beginning, `$` the end, `#` a number that may be there, `...` whatever stands between.
 */
import { readingWords } from '../../../locales/reading.ts';

const { groups, betweenParts } = readingWords.patterns;
const end = `(?=[ ,.;:!?)]|$)`;

const oneOf = (list: readonly string[]): string =>
  `(?:${[...list]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replaceAll('*', String.raw`[^\s,]*`))
    .join('|')})${end}`;

/** A word that lets a pattern reach over it. */
const between = String.raw`(?!${oneOf(betweenParts)})[^\s,#\d]+`;

function sourceOf(part: string): string {
  if (part.startsWith('~')) return `(?: ${between}){0,${part.slice(1)}}`;
  if (part.startsWith('!')) return `(?! ${oneOf(groups[part.slice(1)] ?? [part.slice(1)])})`;
  if (part === '$') return '(?= *$)';
  if (part === '^') return part;
  if (part === '...') return String.raw`(?: \S+)*?`;
  if (part === '#') return String.raw`(?: \d+)?`;
  const group = /^<(.*)>$/.exec(part)?.[1];
  return ` ${oneOf(group === undefined ? [part] : (groups[group] ?? []))}`;
}

/** @returns what finds it in words with one blank before each */
export function patternOf(pattern: string): RegExp {
  return new RegExp(pattern.split(' ').map(sourceOf).join(''), 'gu');
}

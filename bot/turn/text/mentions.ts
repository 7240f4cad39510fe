/** Who is mentioned in a text. The bot's own mention is no part of what is said to it. */
import type { Activity } from 'botbuilder';
import { decodeHTMLStrict } from 'entities/lib/decode.js';
import { plainText } from '../../../commerce/base/plainText.ts';

/** Stands where the bot was mentioned; no text has it once its signs are folded. */
export const ownMark = '\ufdd0';

interface Mention {
  own: boolean;
  /** As it stands in the text, where a channel writes no tags. */
  text: string;
  names: string[];
}

const mentionTag = /<at\b[^<>]*>((?:[^<]|<(?!\/?at\b)){0,512})<\/at>/gi;

/** @param text with its signs folded */
export function withMentionsMarked(text: string, activity: Activity): string {
  const mentions = mentionsOf(activity);
  const ownName = nameIn(activity.recipient?.name ?? '');
  const isOwn = new Map(
    mentions
      .toSorted((a, b) => Number(a.own) - Number(b.own))
      .flatMap(({ own, names }) => names.map((name): [string, boolean] => [keyOf(name), own])),
  );
  if (ownName) isOwn.set(keyOf(ownName), true);
  const tagged = text.includes('<') ? marked(text, mentions, isOwn) : text;
  return withPlainMarked(tagged, mentions, isOwn);
}

function mentionsOf({ entities, recipient }: Activity): Mention[] {
  return (entities ?? [])
    .filter(({ type }) => type === 'mention')
    .map(({ mentioned, text }) => {
      const texts = [mentioned?.name, text].filter((one): one is string => typeof one === 'string');
      return {
        own: mentioned?.id === recipient?.id,
        text: typeof text === 'string' ? plainText(decodeHTMLStrict(text)) : '',
        names: texts.map(nameIn).filter(Boolean),
      };
    });
}

/** Of a mention in any form: `<at>A&amp;B</at>`, `@A&B`, `A&B`. */
function nameIn(text: string): string {
  return plainText(decodeHTMLStrict(text).replace(/<[^<>]*>/g, ' ')).replace(/^@/, '');
}

const keyOf = (name: string): string => name.toLowerCase();

/** By its name; where that is nobody's, by its place among the mentions. */
function marked(text: string, mentions: Mention[], isOwn: ReadonlyMap<string, boolean>): string {
  const count = [...text.matchAll(mentionTag)].length;
  const inOrder = count === mentions.length ? mentions : [];
  let place = 0;
  return text.replace(mentionTag, (tag: string, inner: string, at: number) => {
    const name = nameIn(inner);
    const own = isOwn.get(keyOf(name)) ?? inOrder[place]?.own ?? false;
    place += 1;
    return own ? ownMark : setApart(name, text[at - 1], text[at + tag.length]);
  });
}

/** What channels without tags write, and what people type themselves: `@Upgradera`. */
function withPlainMarked(
  text: string,
  mentions: Mention[],
  isOwn: ReadonlyMap<string, boolean>,
): string {
  const replace = (whole: string, own: boolean | undefined, at: number, all: string): string =>
    own ? ownMark : setApart(whole, all[at - 1], all[at + whole.length]);
  const once = mentions
    .filter((mention) => mention.text !== '' && !/^(?:@|<at\b)/i.test(mention.text))
    .reduce(
      (rest, { text: literal, own }) =>
        rest.replace(pattern('', [literal], 'iu'), (whole, at, all) =>
          replace(whole, own, at, all),
        ),
      text,
    );
  if (!once.includes('@') || isOwn.size === 0) return once;
  return once.replace(pattern('@', [...isOwn.keys()], 'giu'), (whole, at, all) =>
    replace(whole, isOwn.get(keyOf(whole.slice(1))), at, all),
  );
}

/** Whole words only, the longest name first. */
function pattern(before: string, names: readonly string[], flags: string): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(RegExp.escape);
  return new RegExp(
    `(?<![\\p{L}\\p{N}._])${before}(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`,
    flags,
  );
}

/** A name in which nothing is a number, or markup. */
function setApart(name: string, before = '', after = ''): string {
  const words = name.replace(/[^\p{L}\p{M} .'-]/gu, '').trim();
  const glued = /[\p{L}\p{N}]/u;
  return `${glued.test(before) ? ' ' : ''}${words}${glued.test(after) ? ' ' : ''}`;
}

/** @param text with single blanks, and marks where the bot was mentioned */
export function withoutMarks(text: string): string {
  if (!text.includes(ownMark)) return text;
  return text
    .replace(/^[\s\ufdd0]*\ufdd0(?:\s?[,;:.!]|\s?-(?=\s|$))*\s?/, '')
    .replace(
      /([,;:]?)(\s?)\ufdd0(?:\s?\ufdd0)*(?:\s?([,;:]|-(?=\s|$)))?(\s?)/g,
      (whole, before: string, blank, after: string, next, at: number, all: string) => {
        const rest = all.slice(at + whole.length, at + whole.length + 1);
        if (rest === '' || /[!?.]/.test(rest)) return '';
        return (before || after || '') + (next || blank);
      },
    )
    .trim();
}

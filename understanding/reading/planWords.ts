/** The words that names of plans are made of, and how else they are written. */
import { memoizeRecent } from '../../commerce/base/memoize.ts';
import { readingWords as words } from '../../locales/reading.ts';
import { normalise } from './normalise.ts';
import { withoutSlip } from './spelling/slips.ts';

/** Words that stand in names and alone name nothing. */
export const family = new Set([
  'microsoft',
  'office',
  '365',
  'business',
  'enterprise',
  'plan',
  'for',
  'apps',
]);
/** Stands for what is sold and is no plan that one upgrades to. */
export const elsewhere = 'otherproduct';
/** Plans that are spoken of and may not be on offer. */
export const plans = new Set([...words.planWords, elsewhere]);

const known = new Set([...family, ...plans]);
/** What may stand in a name, nicknames as well. */
export const nameParts: ReadonlySet<string> = new Set([
  ...[...known].filter((word) => word !== 'for'),
  ...Object.keys(words.nicknames),
  'of',
  'av',
]);

const pieces = [...known, ...Object.keys(words.nicknames)].filter(
  (word) => word !== 'for' && /^[\p{L}\d]{2,}$/u.test(word),
);
const glued = new RegExp(`^(?:${pieces.join('|')})+$`, 'u');
const inflected = new RegExp(
  `^(${[...plans].join('|')})(?:licen\\p{L}*|planen?|:[a-zåäö]{1,5}|[a-zåäö]{1,2}|abonnemang\\p{L}*|paketet?|varianten?|versionen?)$`,
  'u',
);

const others = new RegExp(
  `\\b(?:${[...words.otherProducts].sort((a, b) => b.length - a.length).join('|')})(?: p?\\d\\b)?(?![\\p{L}\\d])`,
  'gu',
);

const longNicknames = new RegExp(
  `\\b(?:${Object.keys(words.nicknames)
    .filter((name) => name.includes(' '))
    .join('|')})\\b`,
  'gu',
);

/** The words of a text, those of names in their full form; a comma is a word of its own. */
export const planWordsIn = memoizeRecent((text): readonly string[] =>
  normalise(text)
    .replaceAll(/\bapps (?:for|4) (?:business|biz|bus|enterprise|entprise|ent)\b/g, 'appsonly')
    .replaceAll(others, elsewhere)
    .replaceAll(longNicknames, (name) => words.nicknames[name] ?? name)
    .replaceAll(/\b(?:enterprise |e[ .-])(?=[1357]\b)/g, 'e')
    .replaceAll(/→|[-=]+>/g, ' → ')
    // `M365 E3: 180 licences`, and not `e3:an`
    .replaceAll(/:(?!\S)/g, ' ')
    .replaceAll(/[.!?](?!\w)|[,;()]/g, ' , ')
    .split(/[^\p{L}\p{N}:'_,→]+/u)
    .filter(Boolean)
    .flatMap((word) => fullForm(word)),
);

function fullForm(said: string): string[] {
  // `premium's fine`, `premium'll do`
  const word = said.replace(/'(?:s|ll|d)?$/, '');
  const nick = Object.hasOwn(words.nicknames, word) ? words.nicknames[word] : undefined;
  if (nick !== undefined) return nick.split(' ');
  if (known.has(word)) return [word];
  const [, stem] = inflected.exec(word) ?? [];
  return stem ? [stem] : (apart(word) ?? [withoutSlip(word, known)]);
}

/** `office365e5`, `m365e3`, `bizpremium`: undefined for what is not made of words of names alone. */
function apart(word: string): string[] | undefined {
  if (!glued.test(word)) return undefined;
  for (const first of pieces) {
    if (!word.startsWith(first)) continue;
    const parts = word === first ? [] : apart(word.slice(first.length));
    if (parts) return [...(words.nicknames[first]?.split(' ') ?? [first]), ...parts];
  }
  return undefined;
}

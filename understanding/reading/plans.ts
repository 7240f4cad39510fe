/** Which of the plans on offer a text speaks of, by name, nickname or place in the list. */
import { memoize, memoizeRecent } from '../../commerce/base/memoize.ts';
import { readingWords as words } from '../../locales/reading.ts';
import { endsWith, standsIn } from './lexicon.ts';
import type { Found, Named } from './named.ts';
import { nameWords, normalise } from './normalise.ts';
import { placeIn } from './places.ts';
import { withoutSlip } from './slips.ts';

export interface PlansOnOffer {
  /** All that can be chosen, in their order. */
  items: readonly Named[];
  /** Those that are shown, where a list is: a place counts them. */
  inSight?: readonly Named[];
  /** Those among which the cheapest and the dearest are, where something is asked of them. */
  suited?: readonly Named[] | undefined;
  /** Name of the plan that is there today. */
  source?: string;
}

/** Words that stand in names and alone name nothing. */
const family = new Set([
  'microsoft',
  'office',
  '365',
  'business',
  'enterprise',
  'plan',
  'for',
  'apps',
]);
/** Plans that are spoken of and may not be on offer. */
const elsewhere = new Set([
  'appsonly',
  'basic',
  'standard',
  'premium',
  'e1',
  'e3',
  'e5',
  'e7',
  'f1',
  'f3',
  'a3',
  'a5',
  'g3',
  'g5',
  'k1',
]);

interface Mention {
  words: string[];
  /** Where it begins, in words. */
  at: number;
  end: number;
}

/** @returns `none` for a plan that is not on offer; undefined when no plan is spoken of */
export function planIn(text: string, offer: PlansOnOffer): Found | undefined {
  const { items, source } = offer;
  const said = wordsOf(text);
  const all = mentionsIn(said).filter(
    ({ at }) => !endsWith(withoutFiller(said.slice(0, at)), words.negations),
  );
  const families = all.filter((mention) => !mention.words.some((word) => elsewhere.has(word)));
  const named = all.filter((mention) => mention.words.some((word) => elsewhere.has(word)));
  const found = named
    .filter((mention) => !isSource(mention, source, items) && !isFrom(said, mention, named))
    .map((mention) => ({ mention, plans: fitting(mention.words, items) }))
    .map(({ mention, plans }) => ({ mention, plans: ofFamily(plans, families) }));
  const holding = found.filter(({ mention }, at) => {
    const next = found[at + 1]?.mention;
    return (
      !next ||
      !endsWith(said.slice(mention.end, next.at).filter(Boolean).join(' '), words.corrections)
    );
  });
  const [first] = holding;
  if (!first) return placed(text, offer);
  const meant = [
    ...new Map(holding.flatMap(({ plans }) => plans).map((one) => [one.choice, one])).values(),
  ];
  const [only] = meant;
  if (!only) return { none: true };
  return meant.length === 1 && holding.every(({ plans }) => plans.length > 0)
    ? { found: only }
    : { several: meant };
}

/** Whether any plan is named, on offer or not, but for one that is ruled out. */
export function speaksOfPlan(text: string): boolean {
  const said = wordsOf(text);
  return mentionsIn(said).some(
    ({ words: run, at }) =>
      run.some((word) => elsewhere.has(word)) &&
      !endsWith(withoutFiller(said.slice(0, at)), words.negations),
  );
}

function placed(text: string, { items, inSight, suited = items }: PlansOnOffer): Found | undefined {
  const plain = normalise(text);
  const end = standsIn(plain, words.cheapest) ? 0 : standsIn(plain, words.dearest) ? -1 : undefined;
  const extreme = end === undefined ? undefined : suited.at(end);
  if (end !== undefined) return extreme ? { found: extreme } : { none: true };
  const place = inSight && placeIn(plain);
  if (place === undefined) return undefined;
  const item = place === -1 ? items.at(-1) : inSight?.[place - 1];
  return item ? { found: item } : undefined;
}

/** Names of plans are few. */
const wordsOfName = memoize(nameWords);
const known = new Set([...family, ...elsewhere]);

const wordsOf = memoizeRecent((text): readonly string[] =>
  normalise(text)
    .replaceAll(/\bapps for (?:business|enterprise)\b/g, 'appsonly')
    .replaceAll(/\be (?=[1357]\b)/g, 'e')
    .replaceAll(/([,.;!?()])/g, ' ')
    .split(/[^\p{L}\p{N}:'_]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const nick = Object.hasOwn(words.nicknames, word) ? words.nicknames[word] : undefined;
      if (nick !== undefined) return nick.split(' ');
      const [, stem] =
        /^(premium|standard|basic|e[1357]|f[13])(?:licen\p{L}*|planen?|:?[a-zåäö]{1,2}|abonnemang\p{L}*)$/u.exec(
          word,
        ) ?? [];
      return stem ?? withoutSlip(word, known);
    }),
);

function mentionsIn(said: readonly string[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < said.length; at++) {
    let end = at;
    while (end < said.length && isNameWord(said[end])) end++;
    if (end === at) continue;
    for (const part of apart(said.slice(at, end), at)) mentions.push(part);
    at = end;
  }
  return mentions;
}

/** `E3 E5` and `Business Standard Business Premium` are two each. */
function apart(run: readonly string[], start: number): Mention[] {
  const parts: Mention[] = [];
  let begin = 0;
  for (let at = 1; at <= run.length; at++) {
    const before = run.slice(begin, at);
    const next = run[at];
    const isWhole = before.some((word) => elsewhere.has(word));
    if (
      at === run.length ||
      (isWhole &&
        next !== undefined &&
        (elsewhere.has(next) || before.includes(next) || family.has(next)))
    ) {
      parts.push({ words: before, at: start + begin, end: start + at });
      begin = at;
    }
  }
  return parts;
}

const isNameWord = (word = ''): boolean =>
  elsewhere.has(word) || (family.has(word) && word !== 'for' && word !== 'plan' && word !== 'apps');

/** All whose names have the words, with as few besides as can be. */
function fitting(said: readonly string[], items: readonly Named[]): Named[] {
  const telling = said.filter((word) => word !== 'enterprise' && word !== 'plan');
  const candidates = items
    .map((item) => ({ item, named: wordsOfName(item.name) }))
    .filter(({ named }) => telling.every((word) => named.includes(word)));
  const fewest = Math.min(...candidates.map(({ named }) => named.length));
  return candidates.filter(({ named }) => named.length === fewest).map(({ item }) => item);
}

/** `E3, but the Office one`. */
function ofFamily(plans: Named[], families: readonly Mention[]): Named[] {
  if (plans.length < 2) return plans;
  for (const { words: said } of families) {
    const narrowed = plans.filter(({ name }) =>
      said.every((word) => wordsOfName(name).includes(word)),
    );
    if (narrowed.length === 1 && said.some((word) => word !== '365')) return narrowed;
  }
  return plans;
}

function isSource(
  { words: said }: Mention,
  source: string | undefined,
  items: readonly Named[],
): boolean {
  return (
    source !== undefined &&
    fitting(said, items).length === 0 &&
    said.every((word) => wordsOfName(source).includes(word))
  );
}

/** `from E3 to E5`: where one comes from is not where one goes. */
function isFrom(said: readonly string[], { at }: Mention, all: readonly Mention[]): boolean {
  return all.length > 1 && endsWith(said.slice(0, at).join(' '), words.fromWords) !== undefined;
}

function withoutFiller(before: readonly string[]): string {
  return before.join(' ').replace(/ (?:the|a|an|den|det|want|vill|ha|take|ta|our|vår)$/, '');
}

/** Markdown in a text: quoted lines are cut, and of the rest the words are left. */

const steps: readonly [what: RegExp, becomes: string][] = [
  // `>25` compares.
  [/^ *>(?! ?=|\d).*/gm, ''],
  [/^ *`{3,}[^`\n]*$/gm, ''],
  // `- 5` and `+ 5` may be meant as they stand.
  [/^ *(?:(?:#{1,6}|[*•‣◦▪●·⁃]|[-+](?! *\d)) +)+/gm, ''],
  [/!?\[([^[\]\n]*)\]\([^()\s]*(?: "[^"\n]*")?\)/g, '$1'],
  // Around words, never inside one or between blanks.
  [/(?<![\p{L}\p{N}*_`~])(?:[*_`]|~~)+(?=[^\s*_`~])/gu, ''],
  [/(?<=[^\s*_`~])(?:[*_`]|~~)+(?![\p{L}\p{N}*_`~])/gu, ''],
];
const sign = /[>`#*•‣◦▪●·⁃+\-[_~]/;

export function withoutMarkdown(text: string): string {
  if (!sign.test(text)) return text;
  return steps.reduce((rest, [what, becomes]) => rest.replace(what, becomes), text);
}

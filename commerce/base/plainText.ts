/** Text with one way to write each sign, whatever keyboard or client wrote it. */

const usual = /^[\x20-\x7e\n]*$/;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control, format and private-use characters, variation selectors, fillers, the frame of a keycap. */
const unseen = /(?![\n\t])[\p{C}\p{DI}]|\u20e3/gu;
const blanks = /[^\S\n]|\u2800/g;
/** Compatibility forms of these would become part of a number or a name, or a blank and an accent. */
const special: readonly [pattern: RegExp, plain: (sign: string) => string][] = [
  [/[’‘‚‛´ʼʹ′‵ˈꞌ՚]/g, () => "'"],
  [/[“”„‟«»″‶〝〞〟]/g, () => '"'],
  [/[™℠®©]/g, () => ''],
  [/🔟/gu, () => '10'],
  [/٫/g, () => '.'],
  [/٬/g, () => ','],
  [/[²³¹⁰⁴-⁹₀-₉]/g, (digit) => ` ${digit.normalize('NFKC')}`],
  [/(?<!\p{Nd})[¼-¾⅐-⅞]/gu, (fraction) => `0${decimals(fraction)}`],
  [/[¼-¾⅐-⅞]/g, (fraction) => decimals(fraction)],
];
const dashes = /[\p{Pd}\u2212\u02d7]/gu;
const digits = /(?![0-9])\p{Nd}/gu;

/** Two decimals: three would look like thousands. */
function decimals(fraction: string): string {
  const [part, whole] = fraction.normalize('NFKC').split('\u2044');
  return (Number(part) / Number(whole)).toFixed(2).slice(1);
}

/** The digits of a script follow one another, zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Every sign in its plain form. Line breaks stay, as `\n`, and so do backquotes: both may be markup. */
export function foldSigns(text: string): string {
  if (usual.test(text)) return text;
  const seen = text.replace(lineBreaks, '\n').replace(unseen, '').replace(blanks, ' ');
  return special
    .reduce((rest, [pattern, plain]) => rest.replace(pattern, plain), seen)
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(digits, asciiDigit);
}

/** A line of folded text: single blanks, none at the ends, and apostrophes for backquotes. */
export function tidyLine(line: string): string {
  return line.replace(/`/g, "'").replace(/\s+/g, ' ').trim();
}

/** Text without any markup, on one line. */
export function plainText(text: string): string {
  return tidyLine(foldSigns(text));
}

/** The words of a text, as the search for articles sees them. */
import { normalise } from './reading/normalise.ts';

/** Words of plain letters and digits; `isn't` is one word, `non-profit` too. */
export function wordsIn(text: string): string[] {
  return (
    normalise(text)
      .replace(/['’]s\b|['’]/g, '')
      .replace(/\b(?:(non)[- ]|(add)[- ](?=on)|(e)-)(?=\p{L})/gu, '$1$2$3')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/(\d)[ ,.](?=\d{3}\b)/g, '$1')
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      // Thousands are alike.
      .map((word) => (/^\d{4,}$/.test(word) ? '1000' : word))
  );
}

/** Each four letters in a row, its beginning and end marked: words with a slip keep most of them. */
export function lettersOf(word: string): string[] {
  const marked = `<${word}>`;
  return Array.from({ length: Math.max(0, marked.length - 3) }, (_, at) =>
    marked.slice(at, at + 4),
  );
}

/** `text[]`, as PostgreSQL sends and takes it itself: as a literal, every quote in a document would be escaped and read again. */

const textType = 25;

export function binaryTexts(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = lengths.reduce((sum, length) => sum + 4 + length, 20);
  const all = Buffer.allocUnsafe(bytes);
  // One dimension without nulls, which begins at 1.
  let at = 0;
  for (const number of [1, 0, textType, texts.length, 1]) at = all.writeInt32BE(number, at);
  for (const [n, text] of texts.entries()) {
    at = all.writeInt32BE(lengths[n] ?? 0, at);
    at += all.write(text, at);
  }
  return all;
}

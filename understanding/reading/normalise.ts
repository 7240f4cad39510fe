/** Compatibility forms folded, lower case, single blanks, no punctuation at the ends. */
export function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim();
  return plain.replace(/^["'“”¿¡\s]+|["'“”.!?…,;:\s]+$/g, '') || plain;
}

/** The words of a name, or of a text that may be one: letters and digits, normalised. */
export function nameWords(text: string): string[] {
  return normalise(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

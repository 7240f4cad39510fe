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

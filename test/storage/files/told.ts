/** A document that shows when it is torn or mixed: it says its version over and over. */
export function told(version: number, times: number): { text: string } {
  return { text: `${version} `.repeat(times) };
}

/** So long that writing it takes the disk a while. */
export const long = 400_000;
export const short = 10;

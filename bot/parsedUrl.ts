import { memoizeRecent } from '../commerce/base/memoize.ts';

/** Nearly all messages name the same few. @returns undefined for what is no URL */
export const parsedUrl = memoizeRecent((url) => (URL.canParse(url) ? new URL(url) : undefined));

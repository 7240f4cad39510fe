/** Who gives the app to others: what the manifest and its two pages say of them. */
import { z } from 'zod';

export type Publisher = Record<PublisherVariable, string>;
type PublisherVariable =
  | 'PUBLISHER_NAME'
  | 'PUBLISHER_WEBSITE'
  | 'PUBLISHER_CONTACT'
  | 'PUBLISHER_PRIVACY_URL'
  | 'PUBLISHER_TERMS_URL';

/** Domains that nobody owns, and words that stand for a value. */
const standIn = /\.example\b|\bexample\.(com|net|org)\b|\byour[ -]|…|<.*>|\$\{/i;
const real = z.string().refine((value) => !standIn.test(value), 'is still a placeholder');
const address = real.pipe(
  z.url({ protocol: /^https$/, message: 'must be an address like https://contoso.com' }),
);

const publisherSchema = z.object({
  PUBLISHER_NAME: real.pipe(z.string().max(32, 'must have at most 32 characters')),
  PUBLISHER_WEBSITE: address,
  PUBLISHER_CONTACT: real.pipe(z.email('must be an e-mail address')),
  PUBLISHER_PRIVACY_URL: address.optional(),
  PUBLISHER_TERMS_URL: address.optional(),
});

/** For a package to look at, which nobody can install. */
export const nobody: Publisher = {
  PUBLISHER_NAME: 'Nobody yet',
  PUBLISHER_WEBSITE: 'https://upgradera.example',
  PUBLISHER_CONTACT: 'nobody@upgradera.example',
  PUBLISHER_PRIVACY_URL: 'https://upgradera.example/privacy.html',
  PUBLISHER_TERMS_URL: 'https://upgradera.example/terms.html',
};

/**
 * A variable that is empty counts as not set. Both pages are expected beside the website unless their
 * addresses are given.
 */
export function publisherIn(
  env: NodeJS.ProcessEnv,
): { publisher: Publisher } | { mistakes: string[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = publisherSchema.safeParse(set);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: ${name in set ? message : 'is not set'}`;
    });
    return { mistakes: [...new Set(mistakes)] };
  }
  const beside = (page: string): string =>
    new URL(page, withSlash(parsed.data.PUBLISHER_WEBSITE)).href;
  return {
    publisher: {
      ...parsed.data,
      PUBLISHER_PRIVACY_URL: parsed.data.PUBLISHER_PRIVACY_URL ?? beside('privacy.html'),
      PUBLISHER_TERMS_URL: parsed.data.PUBLISHER_TERMS_URL ?? beside('terms.html'),
    },
  };
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

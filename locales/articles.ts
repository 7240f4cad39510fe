/** Our own answers to questions about upgrading, one file an article, in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Pages that an article may lead to; titles under `answers.links`. */
export const articleLinks = [
  'billingAccounts',
  'bills',
  'buy',
  'groups',
  'health',
  'licenses',
  'phone',
  'request',
  'roles',
  'subscriptions',
  'users',
] as const;
export type ArticleLink = (typeof articleLinks)[number];

const sentence = z.string().trim().min(1);

/** `steps` are done one after the other; `notes` follow them. */
const textSchema = z.strictObject({
  title: sentence,
  paragraphs: z.array(sentence).min(1),
  steps: z.array(sentence).min(2).optional(),
  notes: z.array(sentence).optional(),
});

const articleSchema = z.strictObject({
  /** The name of the file. It stands on the card in small print, where support asks for it, and never changes. */
  slug: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** The numbered rules that the article rests on. */
  rules: z.array(z.string().regex(/^R\d+$/)).min(1),
  links: z.array(z.enum(articleLinks)).max(3),
  'en-US': textSchema,
  'sv-SE': textSchema,
});
export type Article = z.infer<typeof articleSchema>;

const folder = join(import.meta.dirname, 'articles');

/** @throws ZodError when a file is not an article: a mistake of ours, found by the tests. */
export function loadArticles(): Article[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files
    .sort()
    .map((name) => articleSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Serves the chat page: a table of files, nothing else is reachable. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Request, Response, Server } from 'restify';
import { type Locale, localiser, matchLocale } from '../../locales/localiser.ts';
import { escaped } from '../http/escaped.ts';
import { mayReach } from '../http/hostGuard.ts';
import { wordKeys } from './words.ts';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
const svg = 'image/svg+xml';

const ownFiles: [path: string, type: string][] = [
  ['/page/styles/theme.css', css],
  ['/page/styles/chat.css', css],
  ['/page/styles/messages.css', css],
  ['/page/styles/cards.css', css],
  ['/page/styles/charts.css', css],
  ['/page/icon.svg', svg],
  ['/page/main.js', script],
  ['/page/settings.js', script],
  ['/page/direct-line.js', script],
  ['/page/message-list.js', script],
  ['/page/message.js', script],
  ['/page/suggestions.js', script],
  ['/page/unsent.js', script],
  ['/page/composer.js', script],
  ['/page/card.js', script],
  ['/page/card-elements.js', script],
  ['/page/host-config.js', script],
  ['/page/markdown.js', script],
];

/** Cards may show pictures from anywhere; nothing else comes from outside. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

function here(path: string): string {
  return fileURLToPath(new URL(`.${path}`, import.meta.url));
}

/** The language that the address asks for, else the first that the browser prefers and we have. */
function localeOf(url: URL, request: Request): Locale {
  const preferred = request.headers['accept-language']?.split(',') ?? [];
  const asked = [url.searchParams.get('locale') ?? '', ...preferred];
  return asked.map((tag) => matchLocale(tag.split(';')[0]?.trim())).find(Boolean) ?? 'en-US';
}

/** `%key%` in the page is the sentence `page.key`; `%words%` are those that its scripts say. */
function fillPage(template: string, locale: Locale): string {
  const { t } = localiser(locale);
  const words = Object.fromEntries(wordKeys.map((key) => [key, t(`page.${key}`)]));
  return template
    .replace('lang="en"', `lang="${locale}"`)
    .replace(/%(\w+)%/g, (_, key: string) =>
      escaped(key === 'words' ? JSON.stringify(words) : t(`page.${key}`)),
    );
}

export function servePage(server: Server): void {
  const serve = (
    path: string,
    type: string,
    content: (request: Request) => Promise<string>,
  ): void => {
    server.get(path, async (request: Request, response: Response) => {
      const allowed = mayReach(request.headers);
      const text = allowed ? await content(request) : '';
      response.writeHead(allowed ? 200 : 403, { ...headers, 'content-type': type });
      response.end(text);
    });
  };
  serve('/', html, async (request) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    return fillPage(await readFile(here('/page/index.html'), 'utf8'), localeOf(url, request));
  });
  const cards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  serve('/page/adaptivecards.js', script, () => readFile(cards, 'utf8'));
  for (const [path, type] of ownFiles) serve(path, type, () => readFile(here(path), 'utf8'));
}

/** `GET /consent`: where Microsoft sends an administrator's browser back to. */
import type { Request, Response, Server } from 'restify';
import type { Connecting, ConsentOutcome } from '../../commerce/ports/connecting.ts';
import { type Locale, localiser, matchLocale } from '../../locales/localiser.ts';
import type { Log } from '../log.ts';
import type { GoOn } from '../turn/consent/goOnAfterConsent.ts';
import { mayReach } from './hostGuard.ts';

export interface ConsentParts {
  /** Whether strangers can reach the port; else only this machine is served. */
  authenticates: boolean;
  connecting: Pick<Connecting, 'redeem'>;
  goOn: GoOn;
  log: Log;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Nothing new has come of these: the chat was told before, or is none of ours. */
const toldBefore: readonly ConsentOutcome[] = ['used', 'unreadable'];

export function mountConsent(server: Server, parts: ConsentParts): void {
  const { authenticates, connecting, goOn, log } = parts;
  server.get('/consent', async (request: Request, response: Response) => {
    if (!authenticates && !mayReach(request.headers)) {
      response.writeHead(403, headers);
      response.end();
      // Returned, it would be logged whole by the server.
      return;
    }
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { outcome, asker } = await redeemed(connecting, Object.fromEntries(searchParams), log);
    log.info({ outcome }, 'consent came back');
    response.writeHead(statusOf(outcome), headers);
    response.end(page(outcome, localeOf(request)));
    if (!asker || toldBefore.includes(outcome)) return;
    await goOn(asker, outcome).catch((error: unknown) => {
      // The person sees it on the page, and what they say next is heard as it is then.
      log.warn({ err: error }, 'conversation did not go on after consent');
    });
  });
}

async function redeemed(
  connecting: ConsentParts['connecting'],
  query: unknown,
  log: Log,
): ReturnType<Connecting['redeem']> {
  try {
    return await connecting.redeem(query);
  } catch (error) {
    log.error({ err: error }, 'consent not redeemed');
    return { outcome: 'failed' };
  }
}

function statusOf(outcome: ConsentOutcome): number {
  if (outcome === 'connected' || outcome === 'licencesAllowed') return 200;
  return outcome === 'failed' || outcome === 'licencesFailed' ? 503 : 400;
}

/** The first that the browser prefers and we have. */
function localeOf({ headers: { 'accept-language': preferred = '' } }: Request): Locale {
  const tags = preferred.split(',').map((tag) => tag.split(';')[0]?.trim());
  return tags.map(matchLocale).find(Boolean) ?? 'en-US';
}

/** Of our own sentences alone: nothing of the request stands on it. */
function page(outcome: ConsentOutcome, locale: Locale): string {
  const { t } = localiser(locale);
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${t('consentPage.title')}</title></head><body><main><h1>${t('consentPage.title')}</h1>`,
    `<p>${t(`dialogs.connect.outcomes.${outcome}`)}</p><p>${t('consentPage.back')}</p>`,
    '</main></body></html>',
  ].join('');
}

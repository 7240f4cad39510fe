import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { type ConsentParts, mountConsent } from '../../../bot/http/consent.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { consentOutcomes } from '../../../commerce/ports/connecting.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { keptLog } from '../../support/process/logLines.ts';

const asker = { tenantId: 't', userId: 'u', conversation: 'c' };

describe('the page that an administrator is sent back to', () => {
  let server: restify.Server;
  let url: string;
  let parts: Omit<ConsentParts, 'authenticates'>;
  let lines: string[];
  let went: string[];
  beforeEach(async () => {
    const kept = keptLog();
    lines = kept.lines;
    went = [];
    parts = {
      connecting: { redeem: async () => ({ outcome: 'connected', asker }) },
      goOn: async (_asker, outcome) => void went.push(outcome),
      log: kept.log,
    };
    await start(true);
  });
  const start = async (authenticates: boolean): Promise<void> => {
    server = restify.createServer();
    mountConsent(server, {
      authenticates,
      connecting: { redeem: (query) => parts.connecting.redeem(query) },
      goOn: (...about) => parts.goOn(...about),
      log: parts.log,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/consent`;
  };
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  afterEach(stop);

  const visit = async (query = '', headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${query}`, { headers });
    return { response, page: await response.text() };
  };

  for (const locale of locales) {
    it(`has a sentence of its own for all that may have come of it: ${locale}`, async () => {
      const told = new Set<string>();
      for (const outcome of consentOutcomes) {
        parts.connecting.redeem = async () => ({ outcome, asker });
        const { response, page } = await visit('', { 'accept-language': `${locale},en;q=0.5` });
        assert.ok(page.includes(`lang="${locale}"`));
        assert.ok(page.includes(localiser(locale).t(`dialogs.connect.outcomes.${outcome}`)));
        const isGiven = outcome === 'connected' || outcome === 'licencesAllowed';
        assert.equal(response.ok, isGiven, outcome);
        told.add(page);
      }
      assert.equal(told.size, consentOutcomes.length);
      assert.ok(went.includes('refused') && !went.includes('used') && !went.includes('unreadable'));
    });
  }

  it('shows nothing of the request, runs nothing, and is kept by nobody', async () => {
    const { response, page } = await visit('?state=<script>alert(1)</script>&error=<b>oops</b>');
    assert.doesNotMatch(page, /script|oops|alert/);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('says that nobody can tell when we fail, and logs the code', async () => {
    parts.connecting.redeem = async () => {
      throw new UpgraderaError('storage.unavailable');
    };
    const { response } = await visit();
    assert.equal(response.status, 503);
    assert.match(lines.join(), /storage\.unavailable/);
    assert.deepEqual(went, []);
  });

  it('is there also when the conversation does not go on', async () => {
    parts.goOn = async () => {
      throw new UpgraderaError('channel.unavailable');
    };
    assert.equal((await visit()).response.status, 200);
  });

  it('serves this machine alone where nobody is authenticated', async () => {
    await stop();
    await start(false);
    assert.equal((await visit()).response.status, 200);
    const other = await visit('', { origin: 'https://elsewhere.example' });
    assert.equal(other.response.status, 403);
  });
});

import assert from 'node:assert/strict';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import sinon from 'sinon';

const MicrosoftAppId = '0a1b2c3d-0000-4000-8000-00000000cafe';
const MicrosoftAppTenantId = '0a1b2c3d-0000-4000-8000-00000000babe';

describe('the token library that package.json puts in place of the SDK’s own', () => {
  afterEach(() => sinon.restore());

  it('gets a token for the channel when a bot of a single tenant asks', async () => {
    const ask = sinon
      .stub(globalThis, 'fetch')
      .callsFake(async () =>
        Response.json({ token_type: 'Bearer', expires_in: 3600, access_token: 'a-token' }),
      );
    const credentials = await new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId,
      MicrosoftAppPassword: 'a-secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId,
    }).createCredentials(
      MicrosoftAppId,
      'https://api.botframework.com',
      'https://login.microsoftonline.com/botframework.com',
      true,
    );
    const headers = new Map<string, string>();
    await credentials.signRequest({ headers } as never);

    assert.equal(headers.get('Authorization'), 'Bearer a-token');
    const [url, options] = ask.lastCall.args;
    assert.ok(String(url).includes(`/${MicrosoftAppTenantId}/oauth2/v2.0/token`));
    const form = new URLSearchParams(String(options?.body));
    assert.equal(form.get('client_id'), MicrosoftAppId);
    assert.equal(form.get('client_secret'), 'a-secret');
    assert.equal(form.get('scope'), 'https://api.botframework.com/.default');
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trialId } from '../../../manifest/trialId.ts';
import { DoctorDesk, stranger, type Wrong } from './doctorDesk.ts';

describe('npm run teams -- doctor, on who the bot is and where it runs', () => {
  let desk: DoctorDesk;
  before(async () => {
    desk = await new DoctorDesk().open();
  });
  after(() => desk.close());

  const env = (variables: Record<string, string>) => (): Wrong => ({ env: variables });
  const wrong: [what: string, set: () => Wrong, named: RegExp, canWait?: true][] = [
    ['no application', env({ MicrosoftAppId: ' ' }), /MicrosoftAppId is not set: the/],
    ['an id that is a name', env({ MicrosoftAppId: 'upgradera' }), /AppId is no GUID/],
    ['the id of the trial package', env({ MicrosoftAppId: trialId }), /which no bot has/],
    [
      'the tenant as id',
      () => ({ env: { MicrosoftAppId: desk.tenantId } }),
      /MicrosoftAppTenantId are the same/,
    ],
    ['no tenant', env({ MicrosoftAppTenantId: '' }), /single tenant needs/],
    ['a domain for a tenant', env({ MicrosoftAppTenantId: 'contoso.com' }), /A domain does not do/],
    ['no secret', env({ MicrosoftAppPassword: '' }), /Set MicrosoftAppPassword to/],
    ['the id of the secret', env({ MicrosoftAppPassword: stranger }), /the id of the secret/],
    ['quotes around it', env({ MicrosoftAppPassword: "'abc'" }), /has quotes, blanks or dots/],
    [
      'a secret for a managed identity',
      env({ MicrosoftAppType: 'UserAssignedMSI' }),
      /managed identity has no secret/,
    ],
    ['an unknown kind', env({ MicrosoftAppType: 'Certificate' }), /must be SingleTenant/],
    ['a kind of the past', env({ MicrosoftAppType: 'MultiTenant' }), /no new bots of the/, true],
    ['a wrong secret', env({ MicrosoftAppPassword: 'old' }), /Check GRAPH_APP_ID, or Microsoft/],
    ['settings that clash', env({ BACKEND: 'microsoft' }), /\(PUBLIC_URL: is needed/],
    ['a port that is none', env({ PORT: 'x' }), /\(PORT: must be a whole number/],
    ['a host that is none', env({ HOST: 'a b' }), /\(HOST: must be a host name/],
    [
      'everybody let in',
      env({ MicrosoftAppId: '', HOST: '0.0.0.0', UNAUTHENTICATED_ACCESS: 'everyone' }),
      /anybody may be anybody/,
    ],
    ['answers to this machine', env({ SERVICE_URLS: 'http://localhost:1' }), /nothing would/],
    [
      'a data folder in no folder',
      () => ({ env: { DATA_DIR: join(desk.folder, 'none', 'data') } }),
      /folder above DATA_DIR does not exist/,
    ],
    [
      'a data folder that can’t be written',
      () => {
        // Not even the administrator of the machine can enter it.
        const path = join(desk.folder, 'a-file');
        writeFileSync(path, '');
        return { env: { DATA_DIR: path } };
      },
      /DATA_DIR can't be written/,
    ],
    [
      'a wrong clock',
      () => ({
        env: { ENTRA_URL: desk.url },
        headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
      }),
      /off by more than five minutes.*\(3\d{3} s\)/,
    ],
  ];
  for (const [what, set, named, canWait] of wrong) {
    it(`names what is wrong, and what to do: ${what}`, () => desk.finds(set(), named, canWait));
  }

  it('looks for no data folder where a database remembers', async () => {
    const { said } = await desk.examine({
      env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', DATA_DIR: '/no/such/folder' },
    });
    assert.match(said, /\[not asked\] What is remembered can be written\n/);
  });
});

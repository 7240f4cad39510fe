import assert from 'node:assert/strict';
import { buildAppPackage } from '../../../manifest/appPackage.ts';
import { readShipped } from '../../../manifest/shipped.ts';
import { packageValuesIn } from '../../../manifest/values.ts';
import { square } from '../pngs.ts';
import { DoctorDesk, stranger, type Wrong } from './doctorDesk.ts';

const shipped = new TextDecoder().decode(readShipped('manifest.json'));

function changed(from: string | RegExp, to: string): Wrong {
  const text = shipped.replace(from, to);
  assert.notEqual(text, shipped);
  return { files: { 'manifest.json': text } };
}

const domains = '"validDomains": [';

describe('npm run teams -- doctor, on the app package', () => {
  let desk: DoctorDesk;
  before(async () => {
    desk = await new DoctorDesk().open();
  });
  after(() => desk.close());

  const packageFor = (env: Record<string, string>): Uint8Array => {
    const given = packageValuesIn(env);
    assert.ok('values' in given);
    const built = buildAppPackage(readShipped, given.values);
    assert.ok('zip' in built);
    return built.zip;
  };

  it('knows the package of this bot, one of another, and an old one', async () => {
    const sound = desk.sound();
    assert.match((await desk.examine({ zip: packageFor(sound) })).said, /\[ok\] The package that/);
    const others = packageFor({ ...sound, MicrosoftAppId: stranger });
    assert.match((await desk.examine({ zip: others })).said, /belongs to another bot/);
    const old = packageFor({ ...sound, PUBLISHER_NAME: 'Contoso before' });
    assert.match((await desk.examine({ zip: old })).said, /is older than the manifest/);
    assert.match((await desk.examine({ zip: 'no zip' })).said, /belongs to another bot/);
  });

  const wrong: [what: string, wrong: Wrong, named: RegExp, canWait?: true][] = [
    ['no publisher', { env: { PUBLISHER_NAME: '' } }, /\(PUBLISHER_NAME: is not set\)/],
    ['a placeholder', { env: { PUBLISHER_NAME: 'Your Company' } }, /NAME: is still a placeholder/],
    ['a broken manifest', { files: { 'manifest.json': '{' } }, /manifest\.json is not JSON/],
    ['a name that is too long', changed('"Upgradera"', `"${'U'.repeat(31)}"`), /more than 30 char/],
    ['a foreign bot', changed(/"botId": ".*?"/, `"botId": "${stranger}"`), /fixed to another bot/],
    [
      'an icon that is too small',
      { files: { 'color.png': square(96, () => [255, 255, 255, 255]) } },
      /96×96; 192×192/,
    ],
    ['a missing translation', { files: { 'sv-SE.json': '{}' } }, /sv-SE\.json lacks name\.short/],
    [
      'single sign-on to somebody else',
      changed(/"id": "[^"]*SignInAppId[^"]*"/, `"id": "${stranger}"`),
      /names another application/,
      true,
    ],
    ['a resource of somebody else', changed(/api:.*"/, 'api://botid-1"'), /must be api:/, true],
    [
      'a resource of another host',
      changed('api://botid', 'api://tab.contoso.com/botid'),
      /names another host/,
      true,
    ],
    [
      'no single sign-on',
      changed('"webApplicationInfo"', '"other"'),
      /has no webApplication/,
      true,
    ],
    [
      'a domain where anybody publishes',
      changed(domains, `${domains}"*.ngrok-free.app", `),
      /anybody can publish there.*ngrok-free/,
      true,
    ],
    [
      'an address for a domain',
      changed(domains, `${domains}"https://contoso.com/a", `),
      /names of domains alone/,
      true,
    ],
    [
      'no domain to sign in at',
      changed('"token.botframework.com"', '"bot.contoso.com"'),
      /lacks token\.botframework\.com/,
      true,
    ],
  ];
  for (const [what, set, named, canWait] of wrong) {
    it(`names what is wrong, and what to do: ${what}`, () => desk.finds(set, named, canWait));
  }
});

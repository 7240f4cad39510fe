import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { buildAppPackage } from '../../manifest/appPackage.ts';
import { readShipped } from '../../manifest/shipped.ts';
import { match } from '../../understanding/phrases.ts';
import { square } from './pngs.ts';

const folder = join(import.meta.dirname, '../../manifest');
const MicrosoftAppId = '0a1b2c3d-0000-4000-8000-00000000cafe';
const values = {
  MicrosoftAppId,
  SignInAppId: MicrosoftAppId,
  PUBLISHER_NAME: 'Contoso "Cloud" AB',
  PUBLISHER_WEBSITE: 'https://contoso.com',
  PUBLISHER_PRIVACY_URL: 'https://contoso.com/privacy.html',
  PUBLISHER_TERMS_URL: 'https://contoso.com/terms.html',
};
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

function mistakesWith(name: string, content: string | Uint8Array | undefined): string[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = buildAppPackage((file) => (file === name ? bytes : readShipped(file)), values);
  return 'mistakes' in result ? result.mistakes : [];
}

function filesOfPackage(): Record<string, Uint8Array> {
  const result = buildAppPackage(readShipped, values);
  assert.ok('zip' in result, 'mistakes' in result ? result.mistakes.join('\n') : '');
  return unzipSync(result.zip);
}

describe('the app package', () => {
  it('holds the manifest, both icons and the Swedish texts, and nothing else', () => {
    assert.deepEqual(Object.keys(filesOfPackage()).sort(), [
      'color.png',
      'manifest.json',
      'outline.png',
      'sv-SE.json',
    ]);
  });

  it('names the bot by the id that it was built for', () => {
    const manifest = JSON.parse(strFromU8(filesOfPackage()['manifest.json']!));
    assert.equal(manifest.bots[0].botId, MicrosoftAppId);
    assert.equal(manifest.id, MicrosoftAppId);
  });

  it('lets people sign in to the application of the bot, at the address that Teams expects', () => {
    const manifest = JSON.parse(strFromU8(filesOfPackage()['manifest.json']!));
    assert.deepEqual(manifest.webApplicationInfo, {
      id: MicrosoftAppId,
      resource: `api://botid-${MicrosoftAppId}`,
    });
    assert.ok(manifest.validDomains.includes('token.botframework.com'));
  });

  it('opens the bot in teams and group chats, in private channels too, and not where others share one', () => {
    const manifest = JSON.parse(strFromU8(filesOfPackage()['manifest.json']!));
    assert.deepEqual(manifest.defaultGroupCapability, { team: 'bot', groupchat: 'bot' });
    assert.deepEqual(manifest.supportedChannelTypes, ['privateChannels']);
    assert.equal(manifest.supportsChannelFeatures, undefined);
  });

  it('names its publisher, as written', () => {
    const { developer } = JSON.parse(strFromU8(filesOfPackage()['manifest.json']!));
    assert.deepEqual(developer, {
      name: 'Contoso "Cloud" AB',
      websiteUrl: 'https://contoso.com',
      privacyUrl: 'https://contoso.com/privacy.html',
      termsOfUseUrl: 'https://contoso.com/terms.html',
    });
  });

  it('is the same to the byte each time', () => {
    assert.deepEqual(buildAppPackage(readShipped, values), buildAppPackage(readShipped, values));
  });

  it('follows the newest schema that is shipped', () => {
    const schemas = join(
      dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
      'json-schemas/teams',
    );
    const minors = readdirSync(schemas).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    const newest = `1.${Math.max(...minors.map(Number))}`;
    assert.equal(JSON.parse(textOf('manifest.json')).manifestVersion, newest);
  });

  it('has the version of the project, since Teams keeps a package of a version that it knows', () => {
    const project = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
    assert.equal(JSON.parse(textOf('manifest.json')).version, project.version);
  });

  const white = [255, 255, 255, 255] as const;
  const nothing = [0, 0, 0, 0] as const;
  const refused: [what: string, file: string, content: string | Uint8Array | undefined, RegExp][] =
    [
      ['no manifest', 'manifest.json', undefined, /^manifest\.json is missing$/],
      ['a manifest that is not JSON', 'manifest.json', '{', /^manifest\.json is not JSON: /],
      ['a manifest without a name', 'manifest.json', '{}', /^manifest\.json \/name /],
      [
        'an id that nobody set',
        'manifest.json',
        textOf('manifest.json').replace('MicrosoftAppId', 'SomeOtherId'),
        /^manifest\.json \/id must match pattern/,
      ],
      [
        'a placeholder that nothing is known for',
        'manifest.json',
        textOf('manifest.json').replace('PUBLISHER_NAME', 'COMPANY'),
        /^manifest\.json still has the placeholder \$\{\{COMPANY\}\}$/,
      ],
      [
        'a property that Teams does not know',
        'manifest.json',
        textOf('manifest.json').replace('"accentColor"', '"colour": "red", "accentColor"'),
        /^manifest\.json \/ must NOT have additional properties: colour$/,
      ],
      [
        'a name of more than 30 characters',
        'manifest.json',
        textOf('manifest.json').replace('"short": "Upgradera"', `"short": "${'U'.repeat(31)}"`),
        /^manifest\.json \/name\/short must NOT have more than 30 characters$/,
      ],
      [
        'a schema version that does not exist',
        'manifest.json',
        textOf('manifest.json').replace('"1.30"', '"1.99"'),
        /there is no schema of version 1\.99$/,
      ],
      ['no Swedish texts', 'sv-SE.json', undefined, /^sv-SE\.json is missing$/],
      [
        'a command without its Swedish word',
        'sv-SE.json',
        textOf('sv-SE.json').replace('commands[3].title', 'commands[8].title'),
        /^sv-SE\.json lacks bots\[0\]\.commandLists\[0\]\.commands\[3\]\.title$/,
      ],
      [
        'a Swedish word for no command',
        'sv-SE.json',
        textOf('sv-SE.json').replace('commands[3].title', 'commands[8].title'),
        /^sv-SE\.json has .*commands\[8\]\.title, which the manifest lacks$/,
      ],
      [
        'a Swedish description that is too long',
        'sv-SE.json',
        textOf('sv-SE.json').replace('Gå över', 'Gå över '.repeat(10)),
        /^sv-SE\.json \/description\.short must NOT have more than 80 characters$/,
      ],
      ['no icon', 'outline.png', undefined, /^outline\.png is missing$/],
      ['an icon that is no PNG', 'color.png', 'GIF89a', /^color\.png must be a PNG/],
      [
        'a small colour icon',
        'color.png',
        square(96, () => white),
        /^color\.png is 96×96; 192×192 is required$/,
      ],
      [
        'a colour icon with holes',
        'color.png',
        square(192, (x) => (x === 0 ? nothing : white)),
        /^color\.png: every pixel must be opaque$/,
      ],
      [
        'an outline without a transparent ground',
        'outline.png',
        square(32, () => white),
        /^outline\.png: must be white on a transparent ground$/,
      ],
      [
        'an outline in colour',
        'outline.png',
        square(32, (x) => (x < 16 ? nothing : [255, 0, 0, 255])),
        /^outline\.png: must be white on a transparent ground$/,
      ],
    ];
  for (const [what, file, content, line] of refused) {
    it(`is refused with ${what}`, () => {
      const mistakes = mistakesWith(file, content);
      assert.ok(
        mistakes.some((mistake) => line.test(mistake)),
        mistakes.join('\n') || 'accepted',
      );
      assert.ok(mistakes.every((mistake) => !mistake.includes('\n')));
    });
  }
});

describe('the commands that Teams offers', () => {
  const swedish: Record<string, string> = JSON.parse(textOf('sv-SE.json'));
  const understood = ['upgrade', 'status', 'help', 'cancel', 'language.en-US', 'language.sv-SE'];
  const { bots } = JSON.parse(textOf('manifest.json'));
  const titles = [
    ...bots[0].commandLists.flatMap((list: { commands: { title: string }[] }) =>
      list.commands.map(({ title }) => title),
    ),
    ...Object.keys(swedish).flatMap((key) => (key.endsWith('.title') ? [swedish[key]] : [])),
  ];
  for (const title of new Set<string>(titles)) {
    it(`are words that the bot understands: ${title}`, () => {
      assert.ok(understood.some((phrases) => match(title, phrases) !== undefined));
    });
  }
});

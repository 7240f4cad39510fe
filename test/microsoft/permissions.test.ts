import assert from 'node:assert/strict';
import { locales, localiser } from '../../locales/localiser.ts';
import { isGranted, laterPermissions, permissions } from '../../microsoft/permissions.ts';
import { read } from '../house/read.ts';

const { t } = localiser('en-US');
const all = [...permissions, ...laterPermissions];

describe('the permissions', () => {
  it('stand in docs/permissions.md, each with why and what is lost without it', () => {
    const rows = read('docs/permissions.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const wanted = all.map(({ name, isNeeded, orAny }) => {
      const larger = orAny.map((one) => `\`${one}\``).join(', ');
      const sentences = [t(`permissions.${name}.why`), t(`permissions.${name}.lost`)];
      return `| ${[`\`${name}\``, isNeeded ? 'yes' : 'no', ...sentences, larger].join(' | ')} |`;
    });
    assert.deepEqual(rows, wanted);
  });

  it('are told of in every language, and no others are', () => {
    for (const locale of locales) {
      const told = localiser(locale).keys('permissions.');
      const wanted = all.flatMap(({ name }) =>
        ['why', 'lost'].map((kind) => `permissions.${name}.${kind}`),
      );
      assert.deepEqual(told, wanted);
    }
  });

  it('are for reading, but for the one with which users are moved', () => {
    for (const { name } of permissions) assert.match(name, /\.Read\./);
    const writing = laterPermissions.filter(({ name }) => !name.includes('.Read.'));
    assert.deepEqual(
      writing.map(({ name }) => name),
      ['LicenseAssignment.ReadWrite.All'],
    );
  });

  it('are granted by themselves or by a larger one', () => {
    const [first] = permissions;
    assert.equal(isGranted(first, ['User.Read.All', first.name]), true);
    assert.equal(isGranted(first, ['Directory.Read.All']), true);
    assert.equal(isGranted(first, ['User.Read.All']), false);
  });
});

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { read } from './read.ts';

type Overrides = { [name: string]: string | Overrides };

/** Folders of packages in whose place another one is installed, since nothing of theirs is ever loaded. */
function replaced(overrides: Overrides): string[] {
  return Object.entries(overrides).flatMap(([name, by]) => {
    if (typeof by === 'string') return by.startsWith('npm:') ? [`node_modules/${name}/`] : [];
    return replaced(by).map((folder) => `node_modules/${name}/${folder}`);
  });
}

describe('packages that are not installed', () => {
  it('are not loaded by the bot', async () => {
    const folders = replaced(JSON.parse(read('package.json')).overrides);
    assert(folders.length > 1);
    await import('../../bot/compose/app.ts');
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    assert(loaded.some((path) => path.includes('node_modules/botbuilder-dialogs/')));
    const wrong = loaded.filter((path) => folders.some((folder) => path.includes(folder)));
    assert.deepEqual(wrong, []);
  });
});

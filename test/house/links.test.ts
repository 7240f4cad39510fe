import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rooms } from './drawing.ts';
import { projectFiles } from './projectFiles.ts';
import { root } from './read.ts';

/** What begins otherwise is a path elsewhere: of a package, an address, the data folder. */
const roomsAndOthers: readonly string[] = [...rooms, 'test', 'docs', 'deploy', '.ci'];
/** Files that a reader is to make. */
const isExample = /[yY]our|xx-YY/;

const pages = projectFiles.filter(({ path }) => path.endsWith('.md'));

describe('the pages of the project', () => {
  for (const { path, text } of pages) {
    it(`link to files that exist: ${path}`, () => {
      const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
      const missing = targets.filter((target) => !existsSync(join(root, dirname(path), target)));
      assert.deepEqual(missing, []);
    });

    it(`name files and folders that exist: ${path}`, () => {
      const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)].map(([, name]) => name!);
      const missing = named
        .filter((name) => roomsAndOthers.includes(name.split('/')[0] ?? ''))
        .filter((name) => !isExample.test(name) && !existsSync(join(root, name)));
      assert.deepEqual(missing, []);
    });
  }
});

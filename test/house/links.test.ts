import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFiles } from './projectFiles.ts';
import { root } from './read.ts';

const pages = projectFiles.filter(({ path }) => path.endsWith('.md'));

describe('the pages of the project', () => {
  for (const { path, text } of pages) {
    it(`link to files that exist: ${path}`, () => {
      const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
      const missing = targets.filter((target) => !existsSync(join(root, dirname(path), target)));
      assert.deepEqual(missing, []);
    });
  }
});

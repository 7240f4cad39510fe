import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsFor } from '../npmTest.mocharc.js';

/** A package without dependencies, whose test tells by which command of npm it was started. */
const aPackage = {
  'package.json': { name: 'p', scripts: { test: 'node -p process.env.npm_command' } },
  'package-lock.json': { name: 'p', lockfileVersion: 3, packages: { '': { name: 'p' } } },
};

describe('the npm that is installed', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'upgradera-npm-'));
    for (const [name, content] of Object.entries(aPackage))
      writeFileSync(join(folder, name), JSON.stringify(content));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const startedBy = (command: string): string => {
    const run = spawnSync(`npm ${command} --offline`, {
      cwd: folder,
      shell: true,
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout.trim().split('\n').at(-1) ?? '';
  };

  it('says of `npm cit` what makes it run all tests', () => {
    const npm_command = startedBy('cit');
    assert.equal(optionsFor({ npm_command }).ignore, undefined, npm_command);
  });

  it('says of `npm test` what leaves the slow ones out', () => {
    const npm_command = startedBy('test');
    assert.ok(optionsFor({ npm_command }).ignore, npm_command);
  });
});

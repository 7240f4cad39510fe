import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defer, share } from '../../../bot/start/later.js';

describe('packages that are loaded later', () => {
  let folder: string;
  let load: NodeJS.Require;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upgradera-'));
    load = createRequire(join(folder, 'user.js'));
    Reflect.deleteProperty(globalThis, 'timesLoaded');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function install(path: string, code: string, version = '1.0.0'): void {
    const file = join(folder, path, 'index.js');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `globalThis.timesLoaded = (globalThis.timesLoaded ?? 0) + 1;\n${code}`);
    writeFileSync(join(dirname(file), 'package.json'), JSON.stringify({ version }));
  }
  const timesLoaded = () => Reflect.get(globalThis, 'timesLoaded');

  it('are loaded when something of them is asked for, once, and are themselves', () => {
    install('node_modules/thing', 'exports.Thing = class { is = "real" };');
    defer(load, 'thing');
    const thing = load('thing');
    assert.equal(thing.__esModule, true);
    assert.equal(timesLoaded(), undefined);
    assert.equal(new thing.Thing().is, 'real');
    assert(new thing.Thing() instanceof load('thing').Thing);
    assert.equal(timesLoaded(), 1);
  });

  it('may be functions and classes', () => {
    install('node_modules/call', 'module.exports = (a, b) => a + b; module.exports.default = 7;');
    install('node_modules/make', 'module.exports = class { constructor(a) { this.a = a; } };');
    for (const name of ['call', 'make']) defer(load, name);
    const [call, Make] = [load('call'), load('make')];
    assert.equal(timesLoaded(), undefined);
    assert.equal(call(1, 2), 3);
    assert.equal(call.default, 7);
    assert.equal(new Make(5).a, 5);
    assert.equal('default' in call, true);
  });

  it('stay as they are where they have been loaded already', () => {
    install('node_modules/early', 'exports.is = "early";');
    const early = load('early');
    defer(load, 'early');
    assert.equal(load('early'), early);
  });

  it('fail when they are used, as they would have before', () => {
    install('node_modules/broken', 'throw new Error("broken");');
    defer(load, 'broken');
    const broken = load('broken');
    assert.throws(() => broken.anything, /broken/);
  });

  for (const [version, times] of [
    ['1.0.0', 1],
    ['1.0.1', 2],
  ] as const) {
    it(`are loaded ${times === 1 ? 'once' : 'each'} where two bring ${version} beside 1.0.0`, () => {
      install('one/node_modules/shared', 'exports.key = {};');
      install('two/node_modules/shared', 'exports.key = {};', version);
      const [one, two] = ['one', 'two'].map((name) => createRequire(join(folder, name, 'a.js')));
      assert(one && two);
      share(one, two, 'shared');
      assert.equal(one('shared').key === two('shared').key, times === 1);
      assert.equal(timesLoaded(), times);
    });
  }
});

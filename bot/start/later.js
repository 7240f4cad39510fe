/**
 * Packages that others load at once and a bot may never need, or not before its first turn is over: loaded when
 * something of them is asked for. Without that a start reads 400 files more.
 */
import { createRequire, Module } from 'node:module';

/** Each is used in functions only, by the package that loads it. */
const needed = {
  'botframework-connector': [
    '@azure/core-rest-pipeline',
    '@azure/identity',
    '@azure/msal-node',
    'axios',
    'cross-fetch',
    'https-proxy-agent',
    'jsonwebtoken',
    'node-fetch',
  ],
  'botbuilder-stdlib': [
    '@azure/core-auth',
    '@azure/core-client',
    '@azure/core-http-compat',
    '@azure/core-rest-pipeline',
  ],
  botbuilder: ['axios', 'fs-extra', 'htmlparser2'],
  restify: ['csv', 'formidable', 'http-signature', 'pidusage', 'semver', 'send'],
};

/** Each of these brings a copy of the same `zod` along: one is enough. */
const sharing = [
  'botframework-schema',
  'botframework-connector',
  'botbuilder-core',
  'botbuilder-dialogs',
  'botbuilder',
];

/** To be called before anything of them is loaded. */
export function loadLater() {
  const here = createRequire(import.meta.url);
  const requireOf = (/** @type {string} */ name) => createRequire(here.resolve(name));
  for (const [name, packages] of Object.entries(needed)) {
    for (const one of packages) defer(requireOf(name), one);
  }
  const [first = here, ...others] = sharing.map(requireOf);
  for (const other of others) share(first, other, 'zod');
}

/**
 * What the second one requires is what the first one has, if both are of the same version.
 * @param {NodeJS.Require} first
 * @param {NodeJS.Require} second
 * @param {string} name
 */
export function share(first, second, name) {
  const description = `${name}/package.json`;
  if (first(description).version !== second(description).version) return;
  const [from, to] = [first.resolve(name), second.resolve(name)];
  first(name);
  second.cache[to] ??= first.cache[from];
}

/**
 * Whoever requires the package gets a stand-in, which loads it when it is first used.
 * @param {NodeJS.Require} require of who loads it
 * @param {string} name
 */
export function defer(require, name) {
  const file = require.resolve(name);
  if (require.cache[file]) return;
  /** @type {any} */
  let loaded;
  const load = () => {
    if (loaded === undefined) {
      delete require.cache[file];
      loaded = require(file);
    }
    return loaded;
  };
  const standIn = new Module(file);
  standIn.loaded = true;
  standIn.exports = new Proxy(function later() {}, {
    // What was compiled from TypeScript asks for that at once, and all of these have what it takes for granted then.
    get: (_target, key) => (key === '__esModule' ? true : load()[key]),
    has: (_target, key) => key in load(),
    apply: (_target, self, args) => Reflect.apply(load(), self, args),
    construct: (_target, args) => Reflect.construct(load(), args),
  });
  require.cache[file] = standIn;
}

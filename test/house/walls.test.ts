import assert from 'node:assert/strict';
import { dirname, join } from 'node:path/posix';
import { type Room, scripts, sources } from './projectFiles.ts';

/** Whom each room may import from, besides itself. */
const below: Record<Room, readonly Room[]> = {
  bot: ['dialogs', 'understanding', 'cards', 'storage', 'sandbox', 'locales', 'commerce'],
  dialogs: ['understanding', 'cards', 'locales', 'commerce'],
  understanding: ['locales', 'commerce'],
  cards: ['locales', 'commerce'],
  storage: ['commerce'],
  sandbox: ['commerce'],
  locales: ['commerce'],
  commerce: [],
  catalog: ['commerce'],
  manifest: [],
};
const roomsWithSdk: readonly string[] = ['bot', 'dialogs'];

const importing =
  /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(text: string): string[] {
  return [...text.matchAll(importing)].map(([, still, dynamic]) => still ?? dynamic ?? '');
}

const isOurs = (specifier: string): boolean => specifier.startsWith('.');

function mayImport(room: Room, path: string): boolean {
  const target = path.split('/')[0] ?? '';
  return [room, ...below[room]].some((allowed) => allowed === target);
}

describe('the walls of the house', () => {
  it('has imports to look at in every room', () => {
    for (const room of Object.keys(below)) {
      const found = sources.filter((file) => file.room === room);
      assert.ok(found.some(({ text }) => importsOf(text).length > 0, room));
    }
  });

  it('lets imports run downwards only', () => {
    const breaches = sources.flatMap(({ path, room, text }) =>
      importsOf(text)
        .filter(isOurs)
        .map((specifier) => join(dirname(path), specifier))
        .filter((target) => !mayImport(room as Room, target))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(breaches, []);
  });

  it('keeps the bot SDK in bot/ and dialogs/', () => {
    const breaches = sources
      .filter(({ room }) => !roomsWithSdk.includes(room))
      .filter(({ text }) => importsOf(text).some((name) => /^(botbuilder|botframework)/.test(name)))
      .map(({ path }) => path);
    assert.deepEqual(breaches, []);
  });

  it('names files of ours with their endings', () => {
    const breaches = scripts.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((specifier) => isOurs(specifier) && !/\.(ts|json)$/.test(specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    assert.deepEqual(breaches, []);
  });
});

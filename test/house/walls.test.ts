import assert from 'node:assert/strict';
import { walls } from './drawing.ts';
import { circlesIn, importGraph, importsOf, isOurs, specifiersOf } from './imports.ts';
import { roomOf, scripts, sources } from './projectFiles.ts';

const roomsWithSdk: readonly string[] = ['bot', 'dialogs'];

function breaches(isBreach: (path: string, target: string) => boolean): string[] {
  return sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => isBreach(file.path, target))
      .map((target) => `${file.path} imports ${target}`),
  );
}

/** The room and the sub-room that a file lies in; a file beside the sub-rooms stands for itself. */
const subRoomOf = (path: string): string => path.split('/').slice(0, 2).join('/');

describe('the walls of the house', () => {
  it('has imports to look at in every room', () => {
    for (const room of walls.below.keys()) {
      const found = sources.filter(({ path }) => roomOf(path) === room);
      assert.ok(
        found.some((file) => specifiersOf(file).length > 0),
        room,
      );
    }
  });

  it('lets a room import from those below it only', () => {
    const mayImport = (room: string, target: string): boolean =>
      target === room || (walls.below.get(room)?.includes(target) ?? false);
    assert.deepEqual(
      breaches((path, target) => !mayImport(roomOf(path), roomOf(target))),
      [],
    );
  });

  for (const [room, order] of walls.orders) {
    it(`lets imports within ${room}/ run downwards only`, () => {
      const rankOf = (path: string): number => order.indexOf(path.split('/')[1] ?? '');
      const within = (path: string): boolean => roomOf(path) === room;
      assert.deepEqual(
        breaches((path, target) => within(path) && within(target) && rankOf(target) > rankOf(path)),
        [],
      );
    });
  }

  it('has no files that import each other in a circle, not even types', () => {
    assert.deepEqual(circlesIn(importGraph((path) => path)), []);
  });

  it('has no sub-rooms that import each other in a circle', () => {
    assert.deepEqual(circlesIn(importGraph(subRoomOf)), []);
  });

  it('keeps the bot SDK in bot/ and dialogs/', () => {
    const users = sources
      .filter((file) => specifiersOf(file).some((name) => /^(botbuilder|botframework)/.test(name)))
      .filter(({ path }) => !roomsWithSdk.includes(roomOf(path)))
      .map(({ path }) => path);
    assert.deepEqual(users, []);
  });

  it('loads no more of the dialogs of the SDK than it uses', () => {
    const wholeIndex = /^(?:import(?! type)|export)[^;]*'botbuilder-dialogs'/m;
    const users = sources.filter(({ text }) => wholeIndex.test(text)).map(({ path }) => path);
    assert.deepEqual(users, []);
  });

  it('lets bot/compose/backend.ts alone know a back end', () => {
    const ofTheBot = (room: string): boolean =>
      [...walls.below].every(([other, below]) => other === 'bot' || !below.includes(room));
    const backEnds = (walls.below.get('bot') ?? []).filter(
      (room) => ofTheBot(room) && !['dialogs', 'storage'].includes(room),
    );
    assert.ok(backEnds.includes('sandbox'));
    const isBackEnd = (path: string): boolean => backEnds.includes(roomOf(path));
    assert.deepEqual(
      breaches(
        (path, target) =>
          isBackEnd(target) && !isBackEnd(path) && path !== 'bot/compose/backend.ts',
      ),
      [],
    );
  });

  it('names files of ours with their endings', () => {
    const unclear = scripts.flatMap((file) =>
      specifiersOf(file)
        .filter((specifier) => isOurs(specifier) && !/\.(ts|js|json)$/.test(specifier))
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    assert.deepEqual(unclear, []);
  });
});

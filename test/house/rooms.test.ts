import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawnFolders, rooms, walls } from './drawing.ts';
import { projectPaths, roomOf } from './projectFiles.ts';
import { root } from './read.ts';

const drawn = new Map(drawnFolders.map((folder) => [folder.path, folder]));
/** Beside the code: pages, what continuous integration runs, and what others load that watch the bot. */
const besideTheCode: readonly string[] = ['docs', '.ci', 'deploy'];
const mostFiles = 15;

/** Every folder that holds files, and those above it. */
const folders: readonly string[] = [
  ...new Set(
    projectPaths
      .filter((path) => path.includes('/') && !besideTheCode.includes(roomOf(path)))
      .flatMap((path) => path.split('/').map((_, at, names) => names.slice(0, at).join('/'))),
  ),
].filter((folder) => folder !== '');

/** The folder of the code that a folder of tests is about. */
const mirroredBy = (folder: string): string => folder.slice('test/'.length);

describe('the rooms of the house, as docs/design.md draws them', () => {
  it('are there', () => {
    const missing = [...drawn.keys()].filter((folder) => !existsSync(join(root, folder)));
    assert.deepEqual(missing, [], 'drawn, and no folder');
  });

  it('are all drawn; tests lie in folders like those of the code', () => {
    const isDrawn = (folder: string): boolean =>
      drawn.has(folder) || (roomOf(folder) === 'test' && drawn.has(mirroredBy(folder)));
    assert.deepEqual(
      folders.filter((folder) => !isDrawn(folder)),
      [],
      'a folder that the drawing in docs/design.md has not',
    );
  });

  it('each have walls', () => {
    assert.deepEqual([...walls.below.keys()].sort(), [...rooms].sort());
    for (const [room, order] of walls.orders) {
      const subRooms = folders.filter((folder) => dirname(folder) === room);
      assert.deepEqual(order.map((name) => `${room}/${name}`).sort(), subRooms.sort());
    }
  });

  it(`have at most ${mostFiles} files directly in a folder, data aside`, () => {
    const crowded = folders
      .filter((folder) => !drawn.get(folder)?.isData)
      .map((folder) => ({
        folder,
        files: projectPaths.filter((path) => dirname(path) === folder).length,
      }))
      .filter(({ files }) => files > mostFiles);
    assert.deepEqual(crowded, []);
  });
});

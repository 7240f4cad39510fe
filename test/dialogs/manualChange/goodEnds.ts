/** The same courses in every world, each in a tenant of its own. */
import assert from 'node:assert/strict';
import { inOrder } from '../../support/tenant/movedUsers.ts';
import type { Course } from './courses.ts';
import { type Scene, sandboxWorld, type World, wireWorld } from './worlds.ts';

const worlds: Readonly<Record<string, () => Promise<World>>> = {
  'in the sandbox': sandboxWorld,
  'over Graph, bought from Microsoft': () => wireWorld('microsoft'),
  'over Graph and Partner Center': () => wireWorld('partner'),
};

export function describeGoodEnds(title: string, courses: readonly Course[]): void {
  describe(title, () => {
    for (const [where, start] of Object.entries(worlds)) {
      describe(where, () => {
        let world: World;
        let scene: Scene | undefined;
        before(async () => {
          world = await start();
        });
        afterEach(async () => {
          await scene?.end();
          scene = undefined;
        });
        after(() => world.stop());

        for (const course of courses) {
          const { scenario, how, table, after: expected } = course;
          it(`in ${scenario}${how ? `, ${how}` : ''}`, async () => {
            scene = await world.open(course);
            const before = await scene.users();
            await scene.play(table);
            assert.deepEqual(inOrder(await scene.users()), expected(before));
          });
        }
      });
    }
  });
}

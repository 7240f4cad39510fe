import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { LiveBot } from '../../microsoft/wire/liveBot.ts';
import { runs } from '../../support/process/runs.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';

const said = [
  'hi',
  'upgrade',
  'status',
  'check again',
  'business premium, 30 licenses, yearly',
  'done',
  'help',
  'connect',
  'disconnect',
  'yes',
  'no',
] as const;

const shown = (teams: FakeTeams): string =>
  JSON.stringify(teams.messages.map(({ activity }) => [activity.text, activity.attachments]));

/** Every file under a folder. */
async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

describe('two real tenants at once', () => {
  let live: LiveBot;
  before(async () => {
    live = await LiveBot.start();
  });
  after(() => live.stop());

  it('are never crossed, whatever is said at the same time, and no secret gets out', async () => {
    const { wire, bot, lines } = live;
    const step = fc.record({ text: fc.constantFrom(...said), at: fc.nat(1) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        async (rounds) => {
          wire.mend();
          const tenants = [
            await wire.tenants.addUnasked('happy'),
            await wire.tenants.addUnasked('example-prepaid'),
          ] as const;
          const names = [
            { ...(await wire.tenants.sandbox.organisation(tenants[0])), id: tenants[0] },
            { ...(await wire.tenants.sandbox.organisation(tenants[1])), id: tenants[1] },
          ] as const;
          const chats = await Promise.all(tenants.map((tenantId) => live.chat(tenantId)));
          try {
            await Promise.all(chats.map((teams) => teams.say('hi')));
            const [returned] = await Promise.all(chats.map((teams) => live.consent(teams)));
            assert.equal(returned?.status, 200);
            for (const round of rounds) {
              await Promise.all(round.map(({ text, at }) => chats[at]!.say(text)));
            }
            for (const [at, teams] of chats.entries()) {
              await teams.waitFor(() => shown(teams).includes(names[at]!.name));
              const other = names[1 - at]!;
              const seen = shown(teams);
              assert.ok(!seen.includes(other.id), 'the id of the other');
              assert.ok(!seen.includes(other.name), 'the name of the other');
            }
          } finally {
            await Promise.all(chats.map((teams) => teams.stop()));
          }
        },
      ),
      { numRuns: Math.ceil(runs / 20) },
    );
    const metrics = await (await fetch(`${bot.url}/metrics`)).text();
    const stored = await textsIn(bot.dataDir);
    const logged = lines.join('\n');
    assert.ok(stored.includes('"connected"') && logged.includes('consent came back'));
    const secrets = [wire.app.secret, encodeURIComponent(wire.app.secret), ...wire.tenants.tokens];
    for (const [where, text] of Object.entries({ metrics, stored, logged })) {
      for (const secret of secrets) assert.ok(!text.includes(secret), `a secret in ${where}`);
      assert.doesNotMatch(text, /eyJ[\w-]{10,}\.|Bearer \S{20,}|[?&]state=/, where);
    }
    for (const tenantId of wire.tenants.consents.keys()) {
      assert.ok(!metrics.includes(tenantId), 'a tenant among the metrics');
    }
  });
});

/** Somebody else who talks to the same bot. */
import { FakeTeams } from './fakeTeams.ts';
import type { Talk } from './transcript.ts';

/** A colleague in the same organization, in a chat of their own, with a role. */
export async function withColleague(
  talk: Talk,
  role: string,
  task: (colleague: FakeTeams) => Promise<void>,
): Promise<void> {
  const { tenantId } = talk.teams;
  const options = { botUrl: talk.bot.url, userName: 'Robin', ...(tenantId ? { tenantId } : {}) };
  const colleague = await FakeTeams.start(options);
  try {
    await colleague.say(`role ${role}`);
    await task(colleague);
  } finally {
    await colleague.stop();
  }
}

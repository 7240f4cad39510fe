/** A bot on wire servers for the tests of one suite, and the chats that end with each test. */
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { LiveBot } from './liveBot.ts';

export interface LiveChats {
  /** From the first test on. */
  readonly live: LiveBot;
  /** It is stopped when the test ends. @returns it */
  keep(chat: FakeTeams): FakeTeams;
}

/** To be called within a `describe`. */
export function liveChats(start: () => Promise<LiveBot> = () => LiveBot.start()): LiveChats {
  let live: LiveBot | undefined;
  let open: FakeTeams[] = [];
  before(async () => {
    live = await start();
  });
  afterEach(async () => {
    live?.wire.mend();
    await Promise.all(open.map((teams) => teams.stop()));
    open = [];
  });
  after(() => live?.stop());
  return {
    get live(): LiveBot {
      if (!live) throw new Error('no test has begun');
      return live;
    },
    keep: (chat) => {
      open.push(chat);
      return chat;
    },
  };
}

import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { FileServer } from '../../support/servers/fileServer.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { bought, elsewhere } from '../../support/tenant/elsewhere.ts';

describe('A list of users in a file', () => {
  let server: FileServer;
  before(async () => {
    server = await FileServer.start();
  });
  after(() => server.stop());

  /** What is typed with it stands beside it. */
  const sending = (downloadUrl: string, text = ''): string => {
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    const content = { downloadUrl, uniqueId: 'f1', fileType: 'csv' };
    const attachments = [{ contentType, name: 'users.csv', content }];
    return `send ${JSON.stringify({ text, attachments })}`;
  };

  async function toUsers(talk: Talk): Promise<void> {
    await talk.play([
      ['scenario customised-services', ''],
      ['manual', '', '[change-to]'],
      ['business premium', '=change-to', '[change-plan]'],
      ['begin', '=change-plan', 'I keep', '[manual-change]'],
    ]);
    await elsewhere(talk, bought(skus.businessPremium, 100));
    await talk.play([
      ['check again', '[manual-change]'],
      ['move them', '[move-users]'],
    ]);
  }

  it('is read where users are asked for, whatever is typed with it', () =>
    withTalk(async (talk) => {
      await toUsers(talk);
      const users = textOf(talk.teams.lastCard('move-users')).match(/\S+@\S+/g) ?? [];
      const list = ['Namn;User principal name', ...users.slice(0, 2).map((name) => `X;${name}`)];
      const url = server.put('/users.csv', `\uFEFF${list.join('\r\n')}`);
      await talk.play([
        [
          sending(url, 'place order for these'),
          '=move-users',
          'I have read 2 names',
          '[move-plan]',
        ],
      ]);
      assert.match(textOf(talk.teams.lastCard('move-plan')), /2 users would move/);
    }));

  it('says what is wrong with it, and asks again', () =>
    withTalk(async (talk) => {
      await toUsers(talk);
      const table = server.put('/users.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
      await talk.play([
        [sending(table), 'Save the list as CSV'],
        [sending(`${server.url}/gone.csv`), 'could not fetch that file'],
        [sending(server.put('/empty.csv', 'UserPrincipalName\r\n')), 'nobody in that list'],
        ['all', '=move-users', '[move-plan]'],
      ]);
    }));

  it('is not opened elsewhere, and what is typed with it is heard', () =>
    withTalk(async (talk) => {
      const url = server.put('/orders.csv', 'place order');
      const { length } = server.asked;
      await talk.play([
        [sending(url), 'did not open that file'],
        [sending(url, 'help'), 'did not open that file', '[answer]'],
      ]);
      assert.equal(server.asked.length, length);
    }));
});

import assert from 'node:assert/strict';
import { attachedFiles, longestFile } from '../../../bot/sdk/attachedFiles.ts';
import { FileServer } from '../../support/servers/fileServer.ts';

describe('A file that somebody sent', () => {
  let server: FileServer;
  const read = (url: string, authenticates = false) =>
    attachedFiles({ authenticates }).read({ name: 'users.csv', url });
  before(async () => {
    server = await FileServer.start();
  });
  after(() => server.stop());

  for (const [how, bytes] of [
    ['UTF-8', Buffer.from('Åsa@contoso.example')],
    ['UTF-16 with its mark', Buffer.from('\uFEFFÅsa@contoso.example', 'utf16le')],
    ["Windows' letters", Buffer.from('Åsa@contoso.example', 'latin1')],
  ] as const) {
    it(`is read in ${how}`, async () => {
      assert.equal(await read(server.put('/users.csv', bytes)), 'Åsa@contoso.example');
    });
  }

  it('is no list when it is no text', async () => {
    const url = server.put('/users.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    await assert.rejects(read(url), { code: 'file.no-text' });
  });

  it('is not read to the end when it is too large', async () => {
    const url = server.put('/large.csv', Buffer.alloc(longestFile + 1, 'a'));
    await assert.rejects(read(url), { code: 'file.too-large' });
  });

  for (const [what, path] of [
    ['is gone', '/gone.csv'],
    ['is elsewhere by now', '/moved'],
    ['breaks off', '/broken'],
  ] as const) {
    it(`can't be fetched when it ${what}`, async () => {
      await assert.rejects(read(`${server.url}${path}`), { code: 'file.unreachable' });
    });
  }

  for (const url of [
    'http://169.254.169.254/latest/meta-data',
    'http://contoso.sharepoint.com/users.csv',
    'https://contoso.sharepoint.com:8443/users.csv',
    'https://contoso.sharepoint.com.evil.example/users.csv',
    'https://evilsharepoint.com/users.csv',
    'file:///etc/passwd',
  ]) {
    it(`is not looked for at ${url}`, async () => {
      await assert.rejects(read(url, true), { code: 'file.unreachable', detail: 'not allowed' });
    });
  }

  it('is not looked for on this machine where senders are authenticated', async () => {
    const { length } = server.asked;
    const url = server.put('/users.csv', 'a@contoso.example');
    await assert.rejects(read(url, true), { code: 'file.unreachable', detail: 'not allowed' });
    assert.equal(server.asked.length, length);
  });
});

import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { filesOfActivity } from '../../../../bot/turn/text/filesOfActivity.ts';

const teamsFile = 'application/vnd.microsoft.teams.file.download.info';
const filesIn = (...attachments: object[]) =>
  filesOfActivity({ type: 'message', attachments } as Activity);

const cases: [what: string, attachment: object, passed: object | undefined][] = [
  [
    'a file of Teams by the link that its owner shares, not by the one that opens for everybody',
    {
      contentType: teamsFile,
      contentUrl: 'https://contoso-my.sharepoint.com/personal/adele/invoice.pdf',
      name: 'invoice.pdf',
      content: { downloadUrl: 'https://contoso-my.sharepoint.com/download?tempauth=secret' },
    },
    {
      name: 'invoice.pdf',
      url: 'https://contoso-my.sharepoint.com/personal/adele/invoice.pdf',
      needsAccess: true,
    },
  ],
  [
    'a picture that was pasted by its kind alone: its address opens for the bot only',
    {
      contentType: 'image/png',
      contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/0-a/views/original',
    },
    { name: 'image/png' },
  ],
  [
    'a picture that lies in the message by its name alone',
    { contentType: 'image/png', contentUrl: 'data:image/png;base64,AAAA', name: 'shot.png' },
    { name: 'shot.png' },
  ],
  [
    'what opens elsewhere by its link',
    { contentType: 'image/png', contentUrl: 'https://example.com/a.png', name: 'a.png' },
    { name: 'a.png', url: 'https://example.com/a.png' },
  ],
  [
    'no link with a password in it, and none that is not encrypted',
    { contentType: 'text/plain', contentUrl: 'https://me:secret@example.com/a', name: 'a' },
    { name: 'a' },
  ],
  [
    'no script',
    { contentType: 'text/plain', contentUrl: 'javascript:alert(1)', name: 'a' },
    { name: 'a' },
  ],
  [
    'a name without an address in it',
    {
      contentType: 'text/plain',
      contentUrl: 'https://example.com/a',
      name: 'adele@contoso.com.txt',
    },
    { name: '•••••••••••••••••••••', url: 'https://example.com/a' },
  ],
  [
    'nothing of the markup of a text',
    { contentType: 'text/html', content: '<p>hello</p>' },
    undefined,
  ],
];

describe('What came with a message is passed on', () => {
  for (const [what, attachment, passed] of cases) {
    it(what, () => assert.deepEqual(filesIn(attachment), passed ? [passed] : []));
  }

  it('five of them at most', () => {
    const one = { contentType: 'image/png', contentUrl: 'https://example.com/a.png', name: 'a' };
    assert.equal(filesIn(...Array.from({ length: 9 }, () => one)).length, 5);
  });
});

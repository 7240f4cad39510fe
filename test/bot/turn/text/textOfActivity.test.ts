import assert from 'node:assert/strict';
import { textOfActivity } from '../../../../bot/turn/text/textOfActivity.ts';
import { anActivity } from '../activities.ts';

const mention = (id: string, name?: string, text?: string) => ({
  type: 'mention',
  mentioned: { id, ...(name === undefined ? {} : { name }) },
  ...(text === undefined ? {} : { text }),
});
const own = mention('28:bot', 'Upgradera', '<at>Upgradera</at>');
const bo = mention('29:2', 'Bo', '<at>Bo</at>');
const team = mention('29:3', 'Team 40', '<at>Team 40</at>');

type Case = [what: string, text: string | undefined, plain: string, entities?: object[]];

function check(cases: readonly Case[]): void {
  for (const [what, text, plain, entities] of cases) {
    it(what, () => {
      for (const textFormat of [undefined, 'plain', 'markdown', 'xml']) {
        assert.equal(textOfActivity(anActivity({ text, textFormat, entities })), plain);
      }
    });
  }
}

describe('The text of a message', () => {
  check([
    ['is as it was typed', 'Upgrade my plan', 'Upgrade my plan'],
    ['is empty when there is none', undefined, ''],
    ['is without blanks around it', ' 25 \n', '25'],
    ['has single blanks', 'upgrade \t my\u00a0\u00a0plan', 'upgrade my plan'],
    [
      'keeps its lines, without empty ones',
      'Contoso \r\n\r\n Main Street 1',
      'Contoso\nMain Street 1',
    ],
    ['has its signs folded', '30 month–to–month', '30 month-to-month'],
    ['ignores other entities', 'hi', 'hi', [{ type: 'clientInfo' }]],
    ['is a number when it is the number of a list’s item', '1.', '1'],
    ['likewise with a bracket', '２）', '2'],
    ['keeps a number before a sentence', '25. Yearly.', '25. Yearly.'],
  ]);
});

describe('HTML in a message', () => {
  check([
    ['is removed', '<div>status</div>', 'status'],
    ['does not part a word', 'up<b>grade</b> my plan', 'upgrade my plan'],
    ['parts paragraphs', '<p>25</p><p>yearly</p>', '25\nyearly'],
    ['parts lines', '25<br/>yearly<BR>', '25\nyearly'],
    [
      'is removed with its attributes',
      '<a href="https://x.example/?a=1>2" title=\'t\'>status</a>',
      'status',
    ],
    [
      'has entities',
      'I&#39;d&nbsp;like &quot;E3&quot; &amp;&#x20;E5&#8203;',
      'I\'d like "E3" & E5',
    ],
    ['is removed when it comes as entities', '&lt;p&gt;status&lt;/p&gt;', 'status'],
    ['has comments', 'sta<!-- <b> -->tus', 'status'],
    ['has pictures', 'ok<img alt="1" src="x"/><emoji id="2" alt="3"></emoji>', 'ok'],
    ['has raised digits', '25<sup>2</sup> licenses', '25 2 licenses'],
    ['has attachments', '<attachment id="12"></attachment>25', '25'],
    ['is not every sign', 'a < b and c > d', 'a < b and c > d'],
    ['is not every word after a sign', 'a <b and c> d', 'a <b and c> d'],
    [
      'is not what stands in angle brackets',
      'to <E3> or <https://x.example/>',
      'to <E3> or <https://x.example/>',
    ],
    ['is not every &', 'R&D &co; &', 'R&D &co; &'],
    ['may be cut off', '<div>status</di', 'status</di'],
  ]);
});

describe('Markdown in a message', () => {
  check([
    ['is removed around it', '**upgrade my plan**', 'upgrade my plan'],
    ['is removed around words', 'upgrade *my* __plan__, `please`', 'upgrade my plan, please'],
    ['is removed when it is nested', '**_~~upgrade~~_ my plan**', 'upgrade my plan'],
    ['is removed when it is not closed', '**upgrade my plan', 'upgrade my plan'],
    ['has headings', '## upgrade', 'upgrade'],
    ['has lists', '- upgrade\n* my\n+ plan\n• now', 'upgrade\nmy\nplan\nnow'],
    ['has links', 'see [my plan](https://x.example/1 "2")', 'see my plan'],
    ['has pictures', '![plan](https://x.example/1)', 'plan'],
    ['has blocks of code', '```text\nupgrade\n```', 'upgrade'],
    ['is not a product', '5 * 3 = 5*3 ** 1', '5 * 3 = 5*3 ** 1'],
    ['is not inside a word', 'my_own_name a*b*c I`d', "my_own_name a*b*c I'd"],
    ['is not a sign before a number', '- 5', '- 5'],
    ['is not a plus before a number', '+ 5', '+ 5'],
    ['is not a number sign', '#1', '#1'],
    ['is not what stands alone', '*', '*'],
    ['is not one tilde', '~25', '~25'],
  ]);
});

describe('What a message quotes', () => {
  check([
    [
      'is cut where it is only named',
      '<quoted messageId="1772050244572"/> upgrade my plan',
      'upgrade my plan',
    ],
    ['is cut with its words', '<quoted messageId="1">place order</quoted>no', 'no'],
    [
      'is cut as HTML',
      '<blockquote itemtype="x"><b>Bo</b><p>place order</p></blockquote><p>no</p>',
      'no',
    ],
    ['is cut when it quotes itself', '<blockquote>a<blockquote>b</blockquote>c</blockquote>d', 'd'],
    ['is cut as lines', '> place order\n> now\n\nno', 'no'],
    ['is cut behind the answer too', 'no\n>> place order', 'no'],
    ['may be all of it', '> place order', ''],
    ['does not end the message when it is not closed', '<quoted messageId="1"> no', 'no'],
    ['is not a comparison', '>25 users', '>25 users'],
  ]);
});

describe('A mention of the bot', () => {
  const status = (text: string, ...entities: object[]): Case => [
    `is cut: ${text}`,
    text,
    'status',
    entities,
  ];
  check([
    status('<at>Upgradera</at> status', own),
    status('status <at>Upgradera</at>', own),
    status('<at>Upgradera</at> <at>Upgradera</at> status', own, own),
    status('<at>Upgradera</at> status <at>Upgradera</at>', own),
    status('<at>Upgradera</at> status', mention('28:bot', 'Upgradera')),
    status('<at>Upgradera</at> status', mention('28:bot')),
    status('<at>Upgradera</at> status'),
    status('<at id="0">Upgradera</at>&nbsp;status\n', own),
    status('<AT ID=0>UPGRADERA</AT>&nbsp;status', own),
    status('&lt;at&gt;Upgradera&lt;/at&gt; status', own),
    status('<p><at>Upgra\u200bdera</at>&nbsp;status</p>', own),
    status('**<at>Upgradera</at>** status', own),
    status('<at><b>Upgradera</b></at> status', own),
    status('<at>The bot</at> status', mention('28:bot')),
    status(
      '<at>R&amp;D bot 7</at> status',
      mention('28:bot', 'R&D bot 7', '<at>R&amp;D bot 7</at>'),
    ),
    status('<at>R&D bot 7</at> status', mention('28:bot', 'R&D bot 7', '<at>R&amp;D bot 7</at>')),
    status('@R&D bot 7 status', mention('28:bot', 'R&D bot 7')),
    status('@Upgradera status'),
    status('@UPGRADERA: status'),
    status('status @upgradera'),
    status('Upgradera status', mention('28:bot', 'Upgradera', 'Upgradera')),
    status('<@U12> status', mention('28:bot', 'u', '<@U12>')),
    ...[',', ':', ' -', ' –', ';', '!', '...'].map((sign) =>
      status(`<at>Upgradera</at>${sign} status`, own),
    ),
    status('status, <at>Upgradera</at>', own),
    [
      'leaves the sentence around it',
      'hi <at>Upgradera</at>, upgrade my plan',
      'hi, upgrade my plan',
      [own],
    ],
    ['leaves one comma', 'hi, <at>Upgradera</at>, upgrade', 'hi, upgrade', [own]],
    ['leaves a question one', 'can you do it, @Upgradera?', 'can you do it?'],
    ['leaves an exclamation', 'hi <at>Upgradera</at>! status', 'hi! status', [own]],
    ['leaves a negative number', '<at>Upgradera</at> -5', '-5', [own]],
    ['leaves nothing when it is all', '<at>Upgradera</at>.', '', [own]],
    ['is not an address', 'me@upgradera.example', 'me@upgradera.example'],
    ['is not part of a longer name', '@Upgraderas plan', '@Upgraderas plan'],
    ['is not where the text has none', 'hi', 'hi', [mention('28:bot')]],
  ]);

  it('is found also where the bot has no name', () => {
    const activity = anActivity({
      text: '<at>Upgradera</at> status',
      recipient: { id: '28:bot' },
      entities: [own],
    });
    assert.equal(textOfActivity(activity), 'status');
  });

  it('is harmless when it is not what it should be', () => {
    for (const odd of [{ mentioned: 7, text: 7 }, { mentioned: null }, { text: '' }, {}]) {
      const entities = [{ type: 'mention', ...odd }];
      assert.equal(textOfActivity(anActivity({ text: 'hi <at>', entities })), 'hi');
    }
  });
});

describe('A mention of somebody else', () => {
  check([
    ['is their name', '<at>Upgradera</at> ask <at>Bo</at>', 'ask Bo', [own, bo]],
    ['is no number', '<at>Team 40</at> needs 30 licenses', 'Team needs 30 licenses', [team]],
    ['is no number without an entity', '<at>Team 40</at> needs 30', 'Team needs 30'],
    ['is no number without a tag', '@Team 40 needs 30', 'Team needs 30', [team]],
    [
      'is no number without a name',
      'Team 40 needs 30',
      'Team needs 30',
      [mention('29:3', '', 'Team 40')],
    ],
    ['is nothing when it is all digits', 'ask <at>4711</at>', 'ask'],
    ['stands apart', '30<at>Bo</at>40', '30 Bo 40', [bo]],
    ['is not markup', '<at>_Bo_ #1</at>’s plan', "Bo's plan"],
    [
      'is known by its place when names do not help',
      '<at>X</at> <at>Y</at> hi',
      'Y hi',
      [mention('28:bot'), mention('29:2')],
    ],
  ]);
});

it('No piece of markup holds the bot up, however often a message repeats it', () => {
  const pieces = [
    '<at>',
    '<b a=',
    '<!--',
    '[',
    '*a ',
    '&amp',
    '> ',
    '<quoted x="',
    '- ',
    "'",
    ' ',
    '¼',
  ];
  const activities = pieces.map((piece) =>
    anActivity({ text: piece.repeat(32_768 / piece.length) }),
  );
  const begun = performance.now();
  for (const activity of activities) textOfActivity(activity);
  assert.ok(performance.now() - begun < 1500);
});

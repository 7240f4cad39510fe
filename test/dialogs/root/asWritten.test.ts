import { type Exchange, startTalk } from '../../support/teams/transcript.ts';

const start: Exchange = ['upgrade', 'one subscription', 'Nothing stands in the way', '[plans]'];
const choose: Exchange = ['business premium', '=plans', '[configure]'];
const begins = start.slice(1);
const ordered: Exchange = ['status', '[status]'];
const own = { id: '28:upgradera', name: 'Upgradera' };
const mention = { type: 'mention', mentioned: own };
const withText = { ...mention, text: '<at>Upgradera</at>' };
const team = {
  type: 'mention',
  mentioned: { id: '29:t', name: 'Team 40' },
  text: '<at>Team 40</at>',
};
const sends = (activity: object) => `send ${JSON.stringify(activity)}`;
const press = (quantity: string) =>
  `press configure.submit ${JSON.stringify({ inputs: { quantity } })}`;

const conversations: Record<string, Exchange[]> = {
  'signs that can not be seen before a wish': [['\u200bupgrade my plan', ...begins]],
  'signs that can not be seen within a word': [['up\u00adgrade my plan', ...begins]],
  'signs that can not be seen after a language': [['svenska\u200b', 'på svenska', '[home]']],
  'another apostrophe': [['I´d like to upgrade my plan', ...begins]],
  'bold letters': [['**upgrade my plan**', ...begins]],
  HTML: [[sends({ text: '<div>status</div>', textFormat: 'xml' }), ...ordered.slice(1)]],
  'a quoted message before a wish': [
    ['<quoted messageId="1772050244572"/> upgrade my plan', ...begins],
  ],
  'a quoted order that is not obeyed': [['> place order', '[home]']],
  'markup alone, at a step that waits': [
    start,
    ['<script>alert(1)</script>', 'no words in that message'],
    ['business premium', '=plans', '[configure]'],
  ],
  'a mention of which the text is not told': [
    [sends({ text: '<at>Upgradera</at> upgrade my plan', entities: [mention] }), ...begins],
  ],
  'a mention with a number': [
    [
      sends({ text: '<at id="0">Upgradera</at>&nbsp;status\n', entities: [withText] }),
      ...ordered.slice(1),
    ],
  ],
  'a mention with a comma': [
    [sends({ text: '<at>Upgradera</at>, status', entities: [withText] }), ...ordered.slice(1)],
  ],
  'the number of a plan': [start, ['1\u200b', '=plans', '[configure]']],
  'the number of a plan, with a point': [start, ['1.', '=plans', '[configure]']],
  'the number of a plan, in full width': [start, ['１', '=plans', '[configure]']],
  'other dashes': [start, choose, ['30 month–to–month', '=configure', '[review]']],
  'signs that can not be seen after the term': [
    start,
    choose,
    ['yearly\u200b', '=configure', '[review]'],
  ],
  keycaps: [start, choose, ['3\ufe0f\u20e30\ufe0f\u20e3', '30 licenses']],
  'a quoted message before an answer': [
    start,
    choose,
    ['<quoted messageId="1772050244572"/> next', '=configure', '[review]'],
  ],
  'digits in the name of somebody else': [
    start,
    choose,
    [
      sends({
        text: '<at>Upgradera</at> <at>Team 40</at> needs 30 licenses',
        entities: [withText, team],
      }),
      '30 licenses',
    ],
  ],
  'a zero fraction in the form': [start, choose, [press('30.0'), '=[review]']],
  'full width in the form': [start, choose, [press('１００'), '=[review]']],
  'an edit of the last answer': [
    start,
    choose,
    ['25', '25 licenses'],
    ['edit 30', '30 licenses'],
    ['yearly', '=configure', '[review]'],
  ],
};

describe('However it is written, it means the same:', () => {
  for (const [name, table] of Object.entries(conversations)) {
    it(name, async () => {
      const talk = await startTalk();
      try {
        await talk.play(table);
      } finally {
        await talk.end();
      }
    });
  }
});

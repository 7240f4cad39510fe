import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, startTalk } from '../../support/teams/transcript.ts';

const start: Exchange = ['upgrade', 'one subscription', 'Nothing stands in the way', '[plans]'];
const choose: Exchange = ['business premium', '=plans', '[configure]'];

const conversations: Record<string, Exchange[]> = {
  'A question in the middle is answered, and the step goes on': [
    start,
    choose,
    ['what happens to our data?', '[answer]'],
    ['back', '=configure', '[configure]'],
    ['25, yearly', '=configure', '[review]'],
    ['will there be any downtime', '[answer]'],
    ['press answer.back', '=review', '[review]'],
    ['change address', '[change-soldto]'],
  ],
  'The step may also be answered straight after the answer': [
    start,
    choose,
    ['how long does it take?', '[answer]'],
    ['25', '25 licenses'],
    ['how is the credit worked out?', '[answer]'],
    ['yearly', '=configure', '[review]'],
  ],
  'What a step does not understand may be a question without a question mark': [
    start,
    ["I don't see the plan I want", '[answer]'],
    choose,
    ['our reseller sold us the licenses', '[answer]'],
    ['back', '=configure', '[configure]'],
  ],
  'A question about something else is told apart from an answer': [
    ['what is the weather like today?', 'no answer to that question', '[home]'],
    start,
    ['what is the weather like today?', 'no answer to that question', 'Please choose a plan'],
    choose,
    ['25, yearly', '=configure', '[review]'],
  ],
  'A long question with a story around it is answered, and leads back': [
    start,
    choose,
    [
      'Finance wants this settled before the holidays and I have no idea what to tell them: from which day do we pay for the new plan?',
      '[answer]',
    ],
    ['back', '=configure', '[configure]'],
    ['25, yearly', '=configure', '[review]'],
  ],
  'A question about another product or device is not ours': [
    ['how much does Photoshop cost per user?', 'no answer to that question', '[home]'],
    start,
    ['our printer prints blank pages, why?', 'no answer to that question', 'Please choose a plan'],
    ['business premium', '=plans', '[configure]'],
  ],
  'A question is answered without any step': [
    ['is it reversible?', '[answer]'],
    ['support', '[answer]'],
    ['kan jag ångra uppgraderingen?', '[answer]'],
  ],
  'A question that begins like a command is a question': [
    ['can I upgrade only some of my users?', '[answer]'],
    ['can you upgrade to Business Premium?', '', '', 'asked for', '[configure]'],
  ],
  'A question that a step answers itself is its own': [
    start,
    choose,
    ['25, yearly', '=configure', '[review]'],
    ['how was this computed?', 'Business Premium: 25', 'Credit for', 'due today', '', ''],
  ],
  'The catalogue answers which plan has something': [
    start,
    ['which plan has Intune?', '[answer]'],
    ['back', '=plans', '[plans]'],
    ['what do I lose with Office 365 E1?', '[answer]'],
    choose,
  ],
};

describe('Questions in free text', () => {
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

  it('are answered in the language of the conversation, without an id of ours, with a way to support', async () => {
    const talk = await startTalk({ locale: 'sv-SE' });
    try {
      await talk.play([['what is a credit check?', '[answer]']]);
      const card = talk.teams.lastCard('answer');
      const text = textOf(card);
      assert.match(text, /Kreditkontrollen/);
      assert.doesNotMatch(text, /credit-check|Artikel:/);
      await talk.play([['press support.request', '[answer]']]);
    } finally {
      await talk.end();
    }
  });
});

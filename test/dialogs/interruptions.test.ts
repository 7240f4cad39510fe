import assert from 'node:assert/strict';
import { type Exchange, startTalk } from '../support/transcript.ts';

const start: Exchange = ['upgrade', 'one subscription', 'Nothing stands in the way', '[plans]'];
const choose: Exchange = ['business premium', '=plans', '[configure]'];
const next: Exchange = ['next', '=configure', '[review]'];

const conversations: Record<string, Exchange[]> = {
  'Cancel stops the upgrade at the plans': [start, ['cancel', '=plans', 'Nothing was ordered']],
  'Cancel stops the upgrade at the form': [
    start,
    choose,
    ['never mind', '=configure', 'Nothing was ordered'],
    ['25', 'did not understand', '[home]'],
  ],
  'Cancel stops the upgrade at the review': [
    start,
    choose,
    next,
    ['stop', '=review', 'Nothing was ordered'],
    ['place order', 'did not understand', '[home]'],
  ],
  'The button of the review stops it too': [
    start,
    choose,
    next,
    ['press order.abandon', '=review', 'Nothing was ordered'],
  ],
  'Cancel without an upgrade says that placed orders go on': [['cancel', 'nothing to stop']],
  'Help leaves the step as it was; back returns to it': [
    start,
    choose,
    ['help', '[answer]'],
    ['back', '[configure]'],
    ['back', '=configure', '[plans]'],
  ],
  'The answer card leads back too': [start, ['?', '[answer]'], ['press answer.back', '[plans]']],
  'Help without a step': [['help', '[answer]']],
  'The manual path and support can be asked for at any step': [
    start,
    ['change plans manually', '[answer]'],
    ['support', '[answer]'],
    choose,
  ],
  'Status in between loses nothing': [
    start,
    choose,
    ['status', '[status]'],
    ['25', '25 licenses'],
    ['yearly', '=configure', '[review]'],
  ],
  'The language can be switched at any step, and back': [
    start,
    choose,
    ['svenska', 'svarar jag på svenska', '[configure]'],
    ['25', '25 licenser'],
    ['byt till engelska', 'answer in English', '[configure]'],
    ['yearly', '=configure', '[review]'],
  ],
  'A plan named with the wish is taken at once, in either language': [
    ['I want to upgrade to Business Premium, please', '', '', 'asked for', '[configure]'],
    ['uppgradera till Office 365 E3', '', '', 'asked for', '[configure]'],
  ],
  'Start over leads home': [
    start,
    choose,
    ['start over', '[home]'],
    ['25', 'understand', '[home]'],
  ],
  'Upgrade begins again wherever one is': [start, choose, start],
  'What nobody understands gets a hint for the step': [
    ['blargh', 'did not understand', '[home]'],
    start,
    ['blargh', 'Please choose a plan'],
    choose,
    ['blargh', 'Please type how many'],
    next,
    ['blargh', 'Type "place order"'],
  ],
  'Two plans of similar name are asked about': [
    start,
    ['e3', 'Several plans fit: Office 365 E3, Microsoft 365 E3'],
    ['office 365 e3', '=plans', '[configure]'],
  ],
  'Two plans are compared, and one is taken': [
    start,
    ['compare E1 and Business Premium', '[comparison]'],
    ['back', '=comparison', '[plans]'],
    ['compare E1 and Business Premium', '[comparison]'],
    ['Business Premium', '=comparison', '[configure]'],
  ],
  'A wrong number of plans to compare is told': [
    start,
    ['compare E1', 'exactly two'],
    ['press plan.compare', 'exactly two'],
  ],
  'The form refuses what can not be bought and says why': [
    start,
    choose,
    ['0', 'whole number'],
    ['2.5', 'whole number'],
    ['3', '25 or more'],
    ['400', 'at most 300'],
    ['press configure.submit {"inputs":{"quantity":"7"}}', '=configure'],
    ['press configure.submit {"inputs":{"quantity":"many"}}', '=configure'],
    ['press configure.submit {"inputs":{"term":"P1M","billing":"annual"}}', '=configure'],
    [
      'press configure.submit {"inputs":{"quantity":"30","billing":"monthly"}}',
      '=configure',
      '[review]',
    ],
  ],
  'Every block of the review can be changed by typing': [
    start,
    choose,
    next,
    ['change address', '[change-soldto]'],
    ['nowhere', 'name; street; postal code; town'],
    ['Fabrikam AB; Gatan 1; 111 22; Stockholm', '=review', '=change-soldto', '[review]'],
    ['change payment', '[change-payment]'],
    ['in gold', 'one of the payment methods'],
    ['invoice', '=review', '=change-payment', '[review]'],
    ['change licenses', '[change-items]'],
    ['30, yearly', '=review', '=change-items', '[review]'],
    ['change address', '[change-soldto]'],
    ['back', '=change-soldto', '[review]'],
  ],
  'Every block of the review can be changed by pressing': [
    start,
    choose,
    next,
    ['press review.change {"choice":"soldTo"}', '[change-soldto]'],
    ['press review.update {"inputs":{"name":""}}', '=change-soldto'],
    [
      'press review.update {"inputs":{"name":"Fabrikam AB"}}',
      '=review',
      '=change-soldto',
      '[review]',
    ],
    ['press review.change {"choice":"payment"}', '[change-payment]'],
    ['press review.back', '=change-payment', '[review]'],
    ['press review.change {"choice":"items"}', '[change-items]'],
    ['press review.update {"inputs":{"quantity":"31"}}', '=review', '=change-items', '[review]'],
  ],
};

describe('In the middle of an upgrade', () => {
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

  it('tells a group whose card it is', async () => {
    const talk = await startTalk();
    try {
      await talk.play([start]);
      const card = talk.teams.lastCard('plans');
      talk.teams.user.aadObjectId = 'somebody-else';
      const { body } = await talk.teams.press(card, 'plan.choose');
      assert.match(JSON.stringify(body), /somebody else/);
      assert.equal(talk.teams.lastCard().id, 'plans');
    } finally {
      await talk.end();
    }
  });
});

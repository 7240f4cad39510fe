import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { type Exchange, startTalk } from '../../support/teams/transcript.ts';

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
    ['place order', 'No offer is waiting'],
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
    ['back', '=configure', '[configure]'],
    ['back', '=configure', '[plans]'],
  ],
  'The answer card leads back too': [
    start,
    ['?', '[answer]'],
    ['press answer.back', '=plans', '[plans]'],
  ],
  'Help without a step': [['help', '[answer]']],
  'Support can be asked for at any step, and a change by hand takes its place': [
    start,
    ['support', '[answer]'],
    choose,
    ['change plans manually', '=configure', '[change-to]'],
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
    ['svenska', '=configure', 'svarar jag på svenska', '[configure]'],
    ['25', '25 licenser'],
    ['byt till engelska', '=configure', 'answer in English', '[configure]'],
    ['yearly', '=configure', '[review]'],
  ],
  'A plan named with the wish is taken at once, in either language': [
    ['I want to upgrade to Business Premium, please', '', '', 'asked for', '[configure]'],
    ['uppgradera till Office 365 E3', '=configure', '', '', 'asked for', '[configure]'],
  ],
  'Start over leads home': [
    start,
    choose,
    ['start over', '[home]'],
    ['25', 'understand', '[home]'],
  ],
  'Upgrade begins again wherever one is': [
    start,
    choose,
    ['upgrade', '=configure', 'one subscription', 'Nothing stands in the way', '[plans]'],
  ],
  'What nobody understands gets a hint for the step': [
    ['blargh', 'did not understand', '[home]'],
    start,
    ['blargh', 'Please choose a plan'],
    choose,
    ['blargh', 'Please type how many'],
    next,
    ['blargh', 'Type “place order”'],
  ],
  'Two plans of similar name are asked about': [
    start,
    ['e3', 'Several plans fit: Office 365 E3, Microsoft 365 E3'],
    ['office 365 e3', '=plans', '[configure]'],
  ],
  'Two plans are compared, and one is taken': [
    start,
    ['compare E1 and Business Premium', '[comparison]'],
    ['back', '=plans', '=comparison', '[plans]'],
    ['compare E1 and Business Premium', '[comparison]'],
    ['Business Premium', '=plans', '=comparison', '[configure]'],
  ],
  'Three plans are compared, and one is taken': [
    start,
    ['compare E3, E5 and Business Premium', 'Microsoft 365 E3, Microsoft 365 E5', '[comparison]'],
    ['E5', '=plans', '=comparison', '[configure]'],
  ],
  'Both plans that a short name may mean are compared': [
    start,
    ['jämför E3', '[comparison]'],
    ['Office 365 E3', '=plans', '=comparison', '[configure]'],
  ],
  'Plans are marked to be compared, two or three': [
    start,
    [
      `press plan.compare {"inputs":{"compare":"${skus.businessPremium},${skus.office365E1},${skus.microsoft365E3}"}}`,
      '[comparison]',
    ],
    ['E1', '=plans', '=comparison', '[configure]'],
  ],
  'A wrong number of plans to compare is told': [
    start,
    ['compare E1', 'two or three'],
    ['press plan.compare', 'two or three'],
    ['compare E1, Business Premium, Office 365 E3 and Office 365 E5', 'two or three'],
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
    ['press configure.submit {"inputs":{"terms":"P1M annual"}}', '=configure'],
    ['press configure.submit {"inputs":{"quantity":"30","terms":"P1M monthly"}}', '=[review]'],
  ],
  'Large numbers of licenses are grouped as the reader groups them': [
    start,
    ['office 365 e3', '=plans', '[configure]'],
    ['10400', '10,400 licenses'],
  ],
  'Thanks and goodbyes keep the step': [
    ['ok', 'All right'],
    start,
    ['thanks', 'All right'],
    ['hej då', 'All right'],
    choose,
    ['ok', '=configure', '[review]'],
  ],
  'Back from the plans leads to the products': [
    start,
    ['back', '=plans', 'one subscription', 'Nothing stands in the way', '[plans]'],
  ],
  'The captions of buttons can be typed': [
    start,
    ['previous page', '=plans', '[plans]'],
    ['Next page', '=plans', '[plans]'],
    ['nästa sida', '=plans', '[plans]'],
    ['choose another subscription', '=plans', 'one', 'Nothing stands in the way', '[plans]'],
    choose,
    next,
    ['how is it calculated?', '25 ×', 'Credit', 'due today', 'rounded once', 'comes by'],
    ['Hur är det uträknat?', '25 ×', 'Credit', 'due today', 'rounded once', 'comes by'],
    ['place order', '=review', '[order]'],
    ['change plans yourself', 'one subscription', '[change-to]'],
  ],
  'An order is shown by its reference alone; one that is not known is named': [
    start,
    choose,
    next,
    ['place order', '=review', '[order]'],
    ['upg-zzzzzzzz', 'no order for “UPG-ZZZZZZZZ”', '[status]'],
    ['show upg-zzzzzzzz', 'no order for “UPG-ZZZZZZZZ”', '[status]'],
    ['visa UPG-ZZZZZZZZ', 'no order for “UPG-ZZZZZZZZ”', '[status]'],
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

  it('says of an offer that somebody left for another flow that it was set aside, not that a newer one stands below', async () => {
    const talk = await startTalk();
    try {
      await talk.play([start, choose, next]);
      const { messageId } = talk.teams.lastCard('review');
      await talk.play([['manual', '=review', '[change-to]']]);
      const closed = talk.teams.messages.find(({ id }) => id === messageId);
      assert.match(JSON.stringify(closed), /Set aside/);
    } finally {
      await talk.end();
    }
  });

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

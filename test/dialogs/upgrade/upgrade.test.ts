import {
  type Exchange,
  startTalk,
  type Talk,
  type TalkOptions,
} from '../../support/teams/transcript.ts';

const byText: Exchange[] = [
  ['hi', '[home]'],
  ['upgrade my plan', 'one subscription', 'Nothing stands in the way', '[plans]'],
  ['Business Premium', '=plans', '[configure]'],
  ['25', '25 licenses'],
  ['yearly', '=configure', '[review]'],
  ['place order', '=review', '[order]'],
  ['time +1h', 'it is now'],
  ['wait [notice]', '[notice]'],
  ['status', '[status]'],
];

const byTextInSwedish: Exchange[] = [
  ['hej', '[home]'],
  ['uppgradera mitt abonnemang', 'ett enda abonnemang', 'Inget hindrar', '[plans]'],
  ['business premium', '=plans', '[configure]'],
  ['25', '25 licenser'],
  ['årsvis', '=configure', '[review]'],
  ['lägg order', '=review', '[order]'],
  ['wait [notice]', '[notice]'],
  ['status', '[status]'],
];

const byButtons: Exchange[] = [
  ['hi', '[home]'],
  ['press upgrade.start', 'one subscription', 'Nothing stands in the way', '[plans]'],
  ['press plan.choose', '=[configure]'],
  ['press configure.submit', '=[review]'],
  ['press order.place', '=review', '[order]'],
  ['time +1h', 'it is now'],
  ['wait [notice]', '[notice]'],
  ['press order.refresh', '[order]'],
];

const ways: { name: string; options: TalkOptions; table: Exchange[] }[] = [
  { name: 'by typing in English', options: {}, table: byText },
  { name: 'by typing in Swedish', options: { locale: 'sv-SE' }, table: byTextInSwedish },
  { name: 'by pressing in Teams (Action.Execute)', options: {}, table: byButtons },
  {
    name: 'by pressing in the Emulator (Action.Submit)',
    options: { flavour: 'emulator' },
    table: byButtons,
  },
  {
    name: 'by pressing, with a restart between any two steps',
    options: { restarts: true },
    table: byButtons,
  },
  {
    name: 'by typing in the Emulator, with a restart between any two steps',
    options: { flavour: 'emulator', restarts: true },
    table: byText,
  },
];

describe('A whole upgrade', () => {
  for (const { name, options, table } of ways) {
    it(`can be made ${name}`, async () => {
      const talk: Talk = await startTalk(options);
      try {
        await talk.play(table);
      } finally {
        await talk.end();
      }
    });
  }
});

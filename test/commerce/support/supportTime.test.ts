import assert from 'node:assert/strict';
import { afterDeskHours, deskHours } from '../../../commerce/support/supportTime.ts';

/** Times of Seattle: in winter eight hours behind UTC, in summer seven. */
const hours: [when: string, now: string, isOpen: boolean, until: string][] = [
  ['on a Monday at noon', '2026-11-23T20:00:00Z', true, '2026-11-24T01:00:00Z'],
  ['before it opens', '2026-11-23T13:59:59Z', false, '2026-11-23T14:00:00Z'],
  ['when it opens', '2026-11-23T14:00:00Z', true, '2026-11-24T01:00:00Z'],
  ['when it closes', '2026-11-24T01:00:00Z', false, '2026-11-24T14:00:00Z'],
  ['on a Friday evening', '2026-11-21T02:00:00Z', false, '2026-11-23T14:00:00Z'],
  ['on Thanksgiving', '2026-11-26T20:00:00Z', false, '2026-11-27T14:00:00Z'],
  ['in summer', '2026-07-06T13:30:00Z', true, '2026-07-07T00:00:00Z'],
];

const answers: [when: string, now: string, within: number, by: string][] = [
  ['in the morning', '2026-11-23T15:00:00Z', 4, '2026-11-23T19:00:00Z'],
  ['at night', '2026-11-24T05:00:00Z', 4, '2026-11-24T18:00:00Z'],
  ['shortly before it closes', '2026-11-23T23:00:00Z', 4, '2026-11-24T16:00:00Z'],
  ['on a Friday afternoon', '2026-11-21T00:00:00Z', 4, '2026-11-23T17:00:00Z'],
  ['for longer than a day', '2026-11-23T14:00:00Z', 22, '2026-11-25T01:00:00Z'],
];

describe('The support desk', () => {
  for (const [when, now, isOpen, until] of hours) {
    it(`says whether it is there ${when}, and until when`, () => {
      assert.deepEqual(deskHours(now), { isOpen, until });
    });
  }

  for (const [when, now, within, by] of answers) {
    it(`counts only its own hours until it answers, asked ${when}`, () => {
      assert.equal(afterDeskHours(now, within), by);
    });
  }
});

import assert from 'node:assert/strict';
import { strays } from '../../understanding/strays.ts';

describe('A number or a way to pay in a longer text', () => {
  for (const text of [
    'we had a yearly party with 40 people',
    'our yearly audit covers 40 people',
    'yearly bonus for 30 employees please',
    'he swims 40 laps every month',
    'our 40 employees get yearly training',
    'I run 30 miles monthly',
    'årliga medarbetarsamtal med 40 anställda',
    'vi hade årlig fest med 40 personer',
    'vår fotbollsklubb har 40 medlemmar och årlig städdag',
  ]) {
    it(`is about something else: "${text}"`, () => {
      assert.equal(strays(text), true);
    });
  }
  for (const text of [
    '30, yearly',
    '36 licences for the nursery staff, invoiced to the parish',
    'make it 40 then, the new bakery opens',
    'årsbetalning blir bättre för bokföringen, ändra det',
    'move our grandmother to Premium, 30 yearly',
    'tjugosju stycken, märk gärna med kostnadsställe 1180',
  ]) {
    it(`is taken beside words of licences, wishes and plans: "${text}"`, () => {
      assert.equal(strays(text), false);
    });
  }
});

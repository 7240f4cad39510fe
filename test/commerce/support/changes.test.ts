import assert from 'node:assert/strict';
import {
  caseEventSchema,
  caseStateSchema,
  isOver,
  type SupportCase,
} from '../../../commerce/support/case.ts';
import { happen, type LaterCaseEvent } from '../../../commerce/support/changes.ts';
import { caseTransitions } from '../../../commerce/support/transitions.ts';
import { aboutKey, waitingCase } from '../../../commerce/support/waitingCase.ts';
import { sampleCase } from '../../support/cards/cases/sampleCaseViews.ts';

const now = '2026-11-23T18:00:00Z';
const agent = { userId: 'lynne', name: 'Lynne Robbins' };
const talk = { conversation: 'tenant-2/msteams/a:2', userId: 'lynne', since: now };
const moment = { by: 'lynne', now, realNow: '2026-11-01T00:00:00Z' };
const later = caseEventSchema.options.filter((event) => event !== 'open') as LaterCaseEvent[];

const inState = (state: SupportCase['state'], changedAt = now): SupportCase => {
  const { nextCheckAt, ...rest } = { ...sampleCase, state, changedAt, agent, talk };
  return isOver(rest) || !nextCheckAt ? rest : { ...rest, nextCheckAt };
};

describe('A support case', () => {
  for (const state of caseStateSchema.options) {
    for (const event of later) {
      const { from, to } = caseTransitions[event];
      const fits = from.includes(state);
      it(`${fits ? `goes to ${to ?? state}` : 'stays as it is'}: ${event} when ${state}`, () => {
        const before = inState(state);
        const after = happen(before, event, moment);
        if (!fits) return assert.equal(after, before);
        assert.equal(after.state, to ?? state);
        assert.deepEqual(after.audit.at(-1), {
          at: now,
          by: 'lynne',
          event,
          from: state,
          to: to ?? state,
        });
        assert.equal(after.revision, before.revision + (event === 'look' ? 0 : 1));
        assert.equal(after.nextCheckAt === undefined, isOver(after), 'somebody looks again');
        return waitingCase.schema.parse(after);
      });
    }
  }

  it('can reach each state from the first, and leave each', () => {
    const reached = new Set<string>(['new']);
    for (const _ of caseStateSchema.options) {
      for (const { from, to } of Object.values(caseTransitions)) {
        if (to && from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    assert.deepEqual([...reached].toSorted(), caseStateSchema.options.toSorted());
  });

  it('tells the customer of each step that others make, in the same write', () => {
    const told = later.flatMap((event) => {
      const [state = 'new'] = caseTransitions[event].from;
      return happen(inState(state), event, moment).notices.map(({ kind }) => [event, kind]);
    });
    assert.deepEqual(told, [
      ['take', 'taken'],
      ['handOver', 'handedOver'],
      ['giveBack', 'givenBack'],
      ['askCustomer', 'waitingForCustomer'],
      ['askMicrosoft', 'waitingForMicrosoft'],
      ['goOn', 'goesOn'],
      ['solve', 'solved'],
      ['late', 'late'],
      ['talk', 'talks'],
      ['hangUp', 'talkEnded'],
    ]);
  });

  it('is opened again for seven days, and no longer', () => {
    const solved = inState('solved', '2026-11-16T18:00:00Z');
    assert.equal(happen(solved, 'reopen', moment).state, 'new');
    const older = inState('solved', '2026-11-16T17:59:59Z');
    assert.equal(happen(older, 'reopen', moment), older);
  });

  it('is said to be late once in each state, and the desk is reminded on', () => {
    const late = happen(inState('new'), 'late', moment);
    const again = happen(late, 'late', moment);
    assert.equal(again.notices.length, 1);
    assert.equal(again.nextCheckAt, '2026-11-01T04:00:00Z', 'four hours of the desk later');
  });

  it('has a note of an agent without anything being told or put off', () => {
    const noted = happen(inState('assigned'), 'note', moment, { note: 'asked billing' });
    assert.equal(noted.audit.at(-1)?.note, 'asked billing');
    assert.deepEqual(noted.notices, []);
    assert.equal(noted.nextCheckAt, sampleCase.nextCheckAt);
  });

  it('leaves nobody talking to somebody who has gone: the agent is told, unless it was the agent', () => {
    const told = (by: string, event: LaterCaseEvent) =>
      happen(inState('assigned'), event, { ...moment, by }).notices.map(({ kind }) => kind);
    assert.deepEqual(told('adele', 'withdraw'), ['talkOver']);
    assert.deepEqual(told('adele', 'hangUp'), ['talkOver']);
    assert.deepEqual(told('megan', 'handOver'), ['handedOver', 'talkOver']);
    assert.deepEqual(told('lynne', 'solve'), ['solved']);
    assert.equal(happen(inState('assigned'), 'note', moment).talk, talk);
  });

  it('is one about each thing, for each person', () => {
    const about = { subscriptionId: 'a', orderId: 'UPG-1' };
    const key = aboutKey({ ...sampleCase, about });
    assert.equal(key, aboutKey({ ...sampleCase, about: { ...about, subscriptionId: 'b' } }));
    assert.notEqual(key, aboutKey({ ...sampleCase, about, userId: 'other' }));
    assert.notEqual(key, aboutKey({ ...sampleCase, about, tenantId: 'other' }));
  });
});

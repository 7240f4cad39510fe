import assert from 'node:assert/strict';
import { agentsOf } from '../../../commerce/access/agents.ts';
import { referenceOf } from '../../../commerce/order/reference.ts';
import type { SupportCase } from '../../../commerce/support/case.ts';
import { Desk } from '../../../commerce/support/desk.ts';
import { sampleCase } from '../../support/cards/cases/sampleCaseViews.ts';
import { leastCpu } from '../../support/process/cpuTime.ts';
import { LowdbPlace } from '../../support/storage/place.ts';

const many = 1_000;
const states = ['new', 'assigned', 'waitingForCustomer', 'waitingForMicrosoft'] as const;

/** Of another tenant, at another time. */
function nth(index: number): SupportCase {
  const hour = String(index % 24).padStart(2, '0');
  const bytes = [index / 32, 7, 7, 7, 7, 7, 7, index];
  const reference = referenceOf('CASE', Buffer.from(bytes));
  return {
    ...sampleCase,
    id: reference,
    tenantId: `tenant-${index % 50}`,
    state: states[index % 4] ?? 'new',
    answerBy: `2026-11-24T${hour}:00:00Z`,
    ...(index % 4 ? { agent: { userId: `agent-${index % 7}`, name: 'Lynne' } } : {}),
  };
}

describe('A desk with a thousand open cases', () => {
  it('lists them within 50 ms of the processor, most urgent first, for whom it serves alone', async () => {
    const place = await LowdbPlace.make();
    const storage = await place.openStorage();
    try {
      for (let index = 0; index < many; index += 1) await storage.board.put(nth(index));
      const desk = new Desk({
        ...storage,
        agents: agentsOf([
          { userId: 'agent-3', tenants: 'all' },
          { userId: 'partner', tenants: ['tenant-8', 'tenant-9'] },
        ]),
        clock: { now: async () => Temporal.Now.instant() },
        now: () => Temporal.Now.instant(),
        wake: () => undefined,
      });
      const list = (userId: string, filter: Parameters<Desk['list']>[1]) =>
        desk.list({ userId }, filter);
      const all = await list('agent-3', 'all');
      assert.equal(all.length, many);
      const due = all.map(({ answerBy }) => answerBy);
      assert.deepEqual(due, due.toSorted());
      assert.equal((await list('agent-3', 'new')).length, many / 4);
      const mine = await list('agent-3', 'mine');
      assert.ok(mine.length > 50 && mine.every(({ agent }) => agent?.userId === 'agent-3'));
      const served = await list('partner', 'all');
      assert.equal(served.length, 40);
      assert.deepEqual([...new Set(served.map(({ tenantId }) => tenantId))].toSorted(), [
        'tenant-8',
        'tenant-9',
      ]);
      await assert.rejects(list('stranger', 'all'), { code: 'desk.not-agent' });
      const taken = await leastCpu(async () => {
        await list('agent-3', 'waiting');
      });
      assert.ok(taken < 50, `${taken} ms`);
    } finally {
      await storage.close();
      await place.drop(false);
    }
  });
});

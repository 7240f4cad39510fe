import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { ReportWords } from '../../../commerce/move/report.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { MemoryMoveParts, MemoryMoves } from '../../support/storage/memoryMoves.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import {
  MoveDesk,
  people,
  person,
  planIdOf,
  products,
  sku,
} from '../../support/tenant/moveDesk.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const words: ReportWords = {
  separator: ',',
  title: (column) => column,
  product: (skuId) => catalog.plan(skuId).name,
  result: ({ state }) => state,
  reason: ({ reason = '' }) => reason,
};
const [e3, e5] = [catalog.plan(sku.e3).name, catalog.plan(sku.e5).name];

async function written(texts: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of texts) pieces.push(piece);
  return pieces;
}

function tableOf(pieces: readonly string[]): string[][] {
  return parse(pieces.join(''), { bom: true });
}

describe('The report of a move', () => {
  const deskWith = (users: DirectoryUser[]) =>
    new MoveDesk(new MemoryLicences(users, products), {
      moves: new MemoryMoves(),
      moveParts: new MemoryMoveParts(),
    });

  it('says of each user what was, what is, which services stay off, and why not', async () => {
    const off = [planIdOf(sku.e3, 'SHAREPOINTENTERPRISE')];
    const [custom, refused, both] = people(3);
    const desk = deskWith([
      { ...custom!, name: 'Ek, "Anna"', assignments: [{ skuId: sku.e3, disabledPlans: off }] },
      refused!,
      { ...both!, assignments: [...both!.assignments, { skuId: sku.e5, disabledPlans: [] }] },
    ]);
    desk.licences.refused.set('id-1', 'DependencyViolation');
    const { id } = await desk.begun();
    const move = await desk.run(id);
    const [title, ...rows] = tableOf(await written(desk.moving.report(move, words)));
    assert.equal(title?.join(), 'userName,name,before,after,keptOff,unmapped,result,reason');
    assert.deepEqual(rows, [
      ['user0@contoso.com', 'Ek, "Anna"', e3, e5, 'SHAREPOINTENTERPRISE', '', 'confirmed', ''],
      ['user1@contoso.com', 'Name 1', e3, e3, '', '', 'refused', 'DependencyViolation'],
      ['user2@contoso.com', 'Name 2', `${e3}, ${e5}`, e5, '', '', 'confirmed', ''],
    ]);

    const planned = await desk.moving.undo(person, id);
    await desk.moving.start(person, planned.id);
    const back = tableOf(await written(desk.moving.report(await desk.run(planned.id), words)));
    assert.deepEqual(
      back.slice(1).map((row) => row.slice(2, 5)),
      [
        [e5, e3, 'SHAREPOINTENTERPRISE'],
        [e5, `${e5}, ${e3}`, ''],
      ],
    );
  });

  it('gives a spreadsheet nothing to execute', async () => {
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '=cmd|"/c calc"!A0', 'a;b\n=c'];
    const users = people(names.length).map((user, at) => ({ ...user, name: names[at]! }));
    const desk = deskWith(users);
    const { id } = await desk.begun();
    const rows = tableOf(await written(desk.moving.report(await desk.run(id), words))).slice(1);
    const told = rows.map(([, name]) => name);
    assert.deepEqual(told, [...names.slice(0, 7).map((name) => `'${name}`), names[7]]);
  });

  it('comes a batch at a time', async () => {
    const desk = deskWith(people(45));
    const { id } = await desk.begun();
    const pieces = await written(desk.moving.report(await desk.move(id), words));
    assert.deepEqual(
      pieces.map((piece) => piece.trimEnd().split('\r\n').length),
      [1, 20, 20, 5],
    );
  });
});

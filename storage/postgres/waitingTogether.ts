/**
 * What timers ask of the rows that wait. Each kind of thing has a timer of its own, and they are woken
 * together: what they ask in one moment is asked in one statement.
 */
import type { Collection } from '../contract/collection.ts';
import type { Statement } from './database.ts';
import { together } from './together.ts';

export class WaitingTogether {
  readonly due: (ask: [Collection, at: string, most: number]) => Promise<string[]>;
  readonly undelivered: (ask: [Collection, most: number]) => Promise<string[]>;
  readonly nextDue: (ask: [Collection]) => Promise<Date | null>;

  constructor(query: Statement) {
    const ids = async (asks: number, text: string, columns: unknown[][]): Promise<string[][]> => {
      const found = await query<{ n: string; row_id: string }>(text, columns);
      const answers: string[][] = Array.from({ length: asks }, () => []);
      for (const { n, row_id: id } of found) answers[Number(n) - 1]?.push(id);
      return answers;
    };
    this.due = together((asks) =>
      ids(
        asks.length,
        `select n, row_id
          from unnest($1::text[], $2::timestamptz[], $3::integer[]) with ordinality
            as asked (collection, at, most, n)
          cross join lateral (
            select d.row_id, d.next_check_at from documents d
              where d.collection = asked.collection and d.next_check_at <= asked.at
              order by d.next_check_at limit asked.most
          ) found
          order by n, next_check_at`,
        columnsOf(asks, 3),
      ),
    );
    this.undelivered = together((asks) =>
      ids(
        asks.length,
        `select n, row_id
          from unnest($1::text[], $2::integer[]) with ordinality as asked (collection, most, n)
          cross join lateral (
            select d.row_id, d.changed_at from documents d
              where d.collection = asked.collection and d.owes
              order by d.changed_at limit asked.most
          ) found
          order by n, changed_at`,
        columnsOf(asks, 2),
      ),
    );
    this.nextDue = together(async (asks) => {
      const found = await query<{ next: Date | null }>(
        `select (
            select min(d.next_check_at) from documents d
              where d.collection = asked.collection and d.next_check_at is not null
          ) as next
          from unnest($1::text[]) with ordinality as asked (collection, n)
          order by n`,
        columnsOf(asks, 1),
      );
      return found.map(({ next }) => next);
    });
  }
}

function columnsOf(asks: readonly (readonly unknown[])[], count: number): unknown[][] {
  return Array.from({ length: count }, (_, column) => asks.map((ask) => ask[column]));
}

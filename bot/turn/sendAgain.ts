/** What a turn answers is sent again when the channel passingly did not take it. */
import type { TurnContext } from 'botbuilder';
import { attempts, notPosted, passingForUpdates, waitAfter } from '../sdk/callAgain.ts';
import { ConnectorError } from '../sdk/connectorError.ts';
import { wait } from '../wait.ts';

/** Spent on waiting in one turn at most: the channel delivers again what is not answered in 15 s. */
const patience = { seconds: 8 };

/**
 * From now on in this turn; what is not taken in the end is thrown as it was.
 * @param begun when the turn did, as `now` in real time
 */
export function sendAgain(
  context: TurnContext,
  begun: Temporal.Instant,
  now: () => Temporal.Instant,
): void {
  const persist = async <T>(call: () => Promise<T>, passing: readonly number[]): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        const failed = error instanceof ConnectorError ? error : undefined;
        const milliseconds = waitAfter(failed?.retryAfterSeconds, attempt);
        const isLate =
          Temporal.Instant.compare(now().add({ milliseconds }), begun.add(patience)) > 0;
        if (isLate || attempt >= attempts || !passing.includes(failed?.statusCode ?? 0)) {
          throw error;
        }
        await wait(milliseconds);
      }
    }
  };
  context.onSendActivities((_context, _activities, next) => persist(next, notPosted));
  context.onUpdateActivity((_context, _activity, next) =>
    persist(next, [...notPosted, ...passingForUpdates]),
  );
}

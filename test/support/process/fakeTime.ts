/** Time that passes fast while real requests and writes get the moments that they need. */
import { setTimeout as really } from 'node:timers/promises';
import sinon from 'sinon';

const step = 100;
/** Real milliseconds without any work on files after which requests, too, are through. */
const calm = 4;

async function settle(): Promise<void> {
  for (let quiet = 0; quiet < calm; ) {
    await really(1);
    const busy = process.getActiveResourcesInfo().some((kind) => kind.startsWith('FSReq'));
    quiet = busy ? 0 : quiet + 1;
  }
}

export class FakeTime {
  readonly #clock = sinon.useFakeTimers({
    now: Date.parse('2026-11-23T12:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
  });

  readonly now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.now());

  async pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      await settle();
      await this.#clock.tickAsync(Math.min(step, milliseconds - passed));
    }
    await settle();
  }

  /** As long as it takes. */
  async during<T>(task: Promise<T>): Promise<T> {
    let over = false;
    const end = (): void => {
      over = true;
    };
    task.then(end, end);
    while (!over) await this.pass(step);
    return task;
  }

  restore(): void {
    this.#clock.restore();
  }
}

/** The most of these times within any span of so many milliseconds. */
export function crowd(times: readonly number[], span: number): number {
  const from = (start: number) => times.filter((at) => at >= start && at < start + span).length;
  return Math.max(...times.map(from));
}

/** How Teams delivers: what was not answered is sent again, byte for byte. */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds. Teams waits for 15 s each time; a test has less patience. */
const pause = 60;
const patience = 60_000;

/** As `fetch`, but does not give up when the bot is gone. */
export const redelivering: typeof fetch = async (input, init) => {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await deliver(input, init);
    if (answer) return answer;
    assert.ok(performance.now() < end, 'an activity was never answered');
    await delay(pause);
  }
};

/** @returns undefined when there was no answer, or half of one. */
async function deliver(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
): Promise<Response | undefined> {
  try {
    const response = await fetch(input, init);
    const text = await response.text();
    const { status } = response;
    return new Response(text === '' ? null : text, { status });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

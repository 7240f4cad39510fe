/** The load: each connection is one admin at a time, who waits for an answer before typing on. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { upgradeActivities } from './virtualUser.ts';

export interface Played {
  /** Milliseconds from each request to the end of its answer. */
  latencies: number[];
  seconds: number;
  /** Upgrades that were played to their last word. */
  upgrades: number;
}

export async function play(
  url: string,
  serviceUrl: string,
  connections: number,
  seconds: number,
  first: readonly string[] = [],
): Promise<Played> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL('/api/messages', url);
  const latencies: number[] = [];
  let upgrades = 0;
  const start = performance.now();
  const end = start + seconds * 1000;

  const typeOn = async (): Promise<void> => {
    while (performance.now() < end) {
      for (const activity of upgradeActivities(serviceUrl, first)) {
        const sent = performance.now();
        if (sent >= end) return;
        await post(agent, target, activity);
        latencies.push(performance.now() - sent);
      }
      upgrades += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, typeOn));
  const took = (performance.now() - start) / 1000;
  agent.destroy();
  return { latencies, seconds: took, upgrades };
}

/** @throws when the turn fails */
export async function post(agent: Agent, target: URL, body: string): Promise<void> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  const sending = request(target, { agent, method: 'POST', headers });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  const { statusCode = 0 } = response;
  assert.ok(statusCode >= 200 && statusCode < 300, `a turn was answered with ${statusCode}`);
}

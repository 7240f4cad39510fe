import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { note, traced } from '../../../commerce/base/traced.ts';
import { startBot } from '../../support/bot/bot.ts';
import { leastCpu } from '../../support/process/cpuTime.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { attributeOf, Collector, type SentSpan } from './collector.ts';

/** Nanoseconds that a call may cost while nobody listens: a turn makes some dozens. */
const costLimit = 300;

const figuresOf = async (url: string): Promise<string> => (await fetch(`${url}/metrics`)).text();

describe('traces and metrics by OpenTelemetry', () => {
  let collector: Collector;
  let order: string;
  before(async function () {
    this.timeout(60_000);
    collector = await new Collector().open();
    const telemetry = {
      service: 'upgradera-test',
      traces: `${collector.url}/v1/traces`,
      metrics: `${collector.url}/v1/metrics`,
    };
    const bot = await startBot({ telemetry });
    const teams = await FakeTeams.start({ botUrl: bot.url });
    for (const text of ['upgrade', 'business premium', 'next', 'place order'])
      await teams.say(text);
    // The order is looked at by itself.
    while (!(await figuresOf(bot.url)).includes('order_transitions_total{from="placed"'))
      await wait(50);
    await teams.stop();
    await bot.stop();
    order = collector.spans.flatMap(({ name, attributes }) =>
      name === 'turn' ? (attributeOf(attributes, 'upgradera.order') ?? []) : [],
    )[0]!;
  });
  after(() => collector.close());

  const spansNamed = (name: string | RegExp): SentSpan[] =>
    collector.spans.filter((span) =>
      name instanceof RegExp ? name.test(span.name) : span.name === name,
    );
  /** Its own parent or further up. */
  const isBelow = (span: SentSpan, above: SentSpan): boolean => {
    const parent = collector.spans.find(({ spanId }) => spanId === span.parentSpanId);
    return parent !== undefined && (parent === above || isBelow(parent, above));
  };

  it('say whose they are', () => {
    assert.deepEqual([...collector.services], ['upgradera-test']);
  });

  it('lead from the turn that placed an order to its looks, and from each of these to its calls', () => {
    assert.match(order, /^UPG-/);
    const isOfOrder = ({ attributes }: SentSpan) =>
      attributeOf(attributes, 'upgradera.order') === order;
    const turns = spansNamed('turn').filter(isOfOrder);
    const looks = spansNamed('look').filter(isOfOrder);
    assert.equal(turns.length, 1);
    assert.ok(looks.length > 0);
    assert.notEqual(looks[0]!.traceId, turns[0]!.traceId);
    const placed = spansNamed('seller.place').filter((call) =>
      looks.some((look) => isBelow(call, look)),
    );
    assert.equal(placed.length, 1);
    assert.ok(spansNamed(/^channel\./).some((call) => isBelow(call, turns[0]!)));
  });

  it('have a span for each turn, with the calls of that turn alone below it', () => {
    const turns = spansNamed('turn');
    assert.ok(turns.length >= 4);
    for (const span of spansNamed(/^(seller|directory)\./)) {
      const above = [...turns, ...spansNamed(/^(look|deliver)$/)].filter((turn) =>
        isBelow(span, turn),
      );
      assert.equal(above.length, 1, span.name);
    }
    assert.ok(turns.every(({ attributes }) => attributeOf(attributes, 'upgradera.activity')));
  });

  it('hold nothing that people wrote, no names and no amounts', () => {
    for (const told of ['Adele', 'place order', 'business premium', 'Business', '$']) {
      assert.ok(!collector.text.includes(told), told);
    }
  });

  it('tell the figures of /metrics', () => {
    const metric = (name: string) => collector.metrics.find((one) => one.name === name);
    const turns = metric('upgradera_turns_total')?.sum;
    assert.equal(turns?.isMonotonic, true);
    const [point] = turns?.dataPoints ?? [];
    assert.equal(attributeOf(point!.attributes, 'outcome'), 'answered');
    const seconds = metric('upgradera_turn_duration_seconds')?.histogram?.dataPoints ?? [];
    const counted = seconds.reduce((sum, { count = 0 }) => sum + count, 0);
    assert.equal(counted, spansNamed('turn').length);
    for (const { bucketCounts = [], explicitBounds = [], count } of seconds) {
      assert.equal(bucketCounts.length, explicitBounds.length + 1);
      assert.equal(
        bucketCounts.reduce((sum, own) => sum + Number(own), 0),
        count,
      );
    }
  });

  it('cost nothing to speak of while nobody listens', async () => {
    const calls = 100_000;
    const about = { kind: 'message' };
    const work = async (): Promise<number> => 1;
    const bare = await leastCpu(async () => {
      for (let call = 0; call < calls; call += 1) await work();
    });
    const watched = await leastCpu(async () => {
      for (let call = 0; call < calls; call += 1) {
        await traced('call', () => about, work);
        note(about);
      }
    });
    const nanoseconds = ((watched - bare) / calls) * 1e6;
    assert.ok(nanoseconds < costLimit, `${nanoseconds} ns a call`);
    if (process.env.SHOW) console.log(`${nanoseconds.toFixed(0)} ns a call`);
  });

  it('change nothing of what comes of the work', async () => {
    assert.equal(
      await traced(
        'work',
        () => ({}),
        async () => 7,
      ),
      7,
    );
    const error = new UpgraderaError('upstream.unavailable', 'somebody’s name');
    await assert.rejects(
      traced(
        'work',
        () => ({}),
        async () => {
          throw error;
        },
      ),
      error,
    );
  });

  it('keep nobody waiting for a collector that does not answer', async function () {
    this.timeout(20_000);
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
      const bot = await startBot({ telemetry: { service: 'a', traces: url, metrics: url } });
      const teams = await FakeTeams.start({ botUrl: bot.url });
      await teams.say('hi');
      await teams.stop();
      const began = performance.now();
      await bot.stop();
      assert.ok(performance.now() - began < 5_000);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });
});

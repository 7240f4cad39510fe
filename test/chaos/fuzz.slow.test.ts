import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../support/process/runs.ts';
import { MortalBot } from './mortalBot.ts';
import { type HomePlace, stores } from './stores.ts';
import { type Stranger, strangeBodies } from './strange.ts';
import { TwoTenants } from './twoTenants.ts';
import { Wiretap } from './wiretap.ts';

/** Sent at once. */
const batch = 25;
/** 2,500 in `npm test`. */
const total = (runs * batch) / 2;

for (const { name, make } of stores) {
  describe(`${total} strange activities, on ${name}`, function () {
    this.timeout(0);
    let place: HomePlace;
    let bot: MortalBot;
    let tenants: TwoTenants;
    let wiretap: Wiretap;
    let stranger: Stranger;

    before(async () => {
      place = await make();
      const { home } = place;
      bot = await MortalBot.start(home);
      tenants = await TwoTenants.meet(bot.url);
      await bot.stop();
      const storage = await place.openStorage();
      wiretap = await Wiretap.start();
      stranger = await tenants.prepare(storage, wiretap.url);
      await storage.close();
      bot = await MortalBot.start(home);
    });
    afterEach(function () {
      const failures = bot.lines.filter((line) => line.includes('failed')).slice(-3);
      if (this.currentTest?.state === 'failed') process.stderr.write(`${failures.join('\n')}\n`);
    });
    after(async function () {
      await bot.discard();
      // Nothing may go on where the beginning has failed.
      await Promise.all([tenants?.stop(), wiretap?.stop()]);
      await place.drop(this.currentTest?.state === 'failed');
    });

    /** @throws AssertionError that shows the activity */
    async function send(body: string): Promise<void> {
      const response = await fetch(new URL('/api/messages', bot.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await response.text();
      const shown = `${response.status} ${text}\nto ${body.slice(0, 2_000)}`;
      assert.ok(response.status < 500 || (response.status === 501 && isForeign(body)), shown);
      for (const secret of tenants.secrets) {
        // Told what one has said oneself is told nothing.
        assert.ok(body.includes(secret) || !text.includes(secret), shown);
      }
    }

    it('never make the bot fail, order, or speak of another tenant', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(strangeBodies(stranger), { minLength: batch, maxLength: batch }),
          async (bodies) => {
            await Promise.all(bodies.map(send));
            const asked = bodies.join('\n');
            for (const said of wiretap.take()) {
              assert.ok(!said.includes('"name":"order"'), 'the stranger has no order');
              for (const secret of tenants.secrets) {
                assert.ok(asked.includes(secret) || !said.includes(secret), said);
              }
            }
          },
        ),
        // A batch says more than what is left of it after a hundred more.
        { numRuns: total / batch, endOnFailure: true },
      );
      await tenants.victimGoesOn(bot.url);
      await bot.stop();
      assert.deepEqual(
        bot.lines.filter((line) => /"type":"(Type|Range|Syntax|Reference)Error"/.test(line)),
        [],
      );
      const engine = await place.openEngine();
      const orders: unknown[] = [];
      for await (const { document } of engine.scan('orders')) orders.push(document);
      assert.deepEqual(
        orders.map((order) => (order as { id: string }).id),
        [tenants.orderId],
      );
    });
  });
}

/** An invoke that is no press of a card is nobody's here. */
function isForeign(body: string): boolean {
  const { type, name } = JSON.parse(body) as { type?: unknown; name?: unknown };
  return type === 'invoke' && name !== 'adaptiveCard/action';
}

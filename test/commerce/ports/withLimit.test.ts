import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Capabilities, Seller } from '../../../commerce/ports/seller.ts';
import { sellerWithLimit, withLimit } from '../../../commerce/ports/withLimit.ts';

interface Port {
  readonly canWithdraw: boolean;
  name(id: string): Promise<string>;
  never(): Promise<void>;
  fail(): Promise<void>;
  late(): Promise<void>;
  optional?(): Promise<void>;
}

class Service implements Port {
  readonly canWithdraw = true;
  readonly #names = new Map([['a', 'Åsa']]);

  async name(id: string): Promise<string> {
    return this.#names.get(id) ?? this.fail().then(() => '');
  }

  never(): Promise<void> {
    return new Promise(() => undefined);
  }

  async fail(): Promise<void> {
    throw new UpgraderaError('subscription.unknown', 'x');
  }

  async late(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 40));
    throw new Error('too late to matter');
  }
}

const seconds = 0.02;

describe('A port with a limit', () => {
  const port: Port = withLimit<Port>(new Service(), seconds);

  it('answers as the port itself does, and says the same about itself', async () => {
    assert.equal(await port.name('a'), 'Åsa');
    assert.equal(port.canWithdraw, true);
    assert.equal(port.optional, undefined);
  });

  it('fails as the port itself does', async () => {
    await assert.rejects(port.fail(), { code: 'subscription.unknown' });
  });

  for (const method of ['never', 'late'] as const) {
    it(`is unavailable when no answer comes in time: ${method}`, async () => {
      const begun = performance.now();
      await assert.rejects(port[method](), { code: 'upstream.unavailable' });
      assert.ok(performance.now() - begun < 1_000);
      // What comes later is nobody's failure.
      await new Promise((resolve) => setTimeout(resolve, 40));
    });
  }

  it('waits for each call alone', async () => {
    const hanging = port.never().catch(() => 'unavailable');
    assert.equal(await port.name('a'), 'Åsa');
    assert.equal(await hanging, 'unavailable');
  });

  it('is kept by what a seller can do besides, and what it can not do stays absent', async () => {
    const can: Capabilities = {
      repeatsSafely: true,
      checksCredit: false,
      findOperation: () => new Promise(() => undefined),
    };
    const seller = { capabilities: async () => Object.freeze(can) } as Partial<Seller> as Seller;
    const limited = await sellerWithLimit(seller, seconds).capabilities('tenant-1');
    assert.equal(limited.repeatsSafely, true);
    assert.equal(limited.withdraw, undefined);
    const sent = {
      clientRequestId: 'request-1',
      subscriptionId: 'subscription-1',
      targetSkuId: 'sku-1',
      quantity: 1,
      firstSentAt: '2026-11-23T12:00:00Z',
    };
    await assert.rejects(limited.findOperation!(sent), { code: 'upstream.unavailable' });
  });
});

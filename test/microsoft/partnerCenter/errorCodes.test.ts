import assert from 'node:assert/strict';
import { knownCodes } from '../../../microsoft/partnerCenter/errorCodes.ts';
import { PartnerBench } from './partnerBench.ts';

type End =
  | 'declined'
  | 'connection.no-permission'
  | 'connection.token-refused'
  | 'upstream.unavailable';

/** Each code with its status, and what becomes of an order that is refused so at its first try. */
const rows: [code: string, status: number, end: End][] = [
  ['2001', 400, 'declined'],
  ['2002', 400, 'declined'],
  ['2054', 400, 'declined'],
  ['2055', 400, 'upstream.unavailable'],
  ['13605', 403, 'declined'],
  ['20000', 404, 'upstream.unavailable'],
  ['60000', 400, 'declined'],
  ['800023', 403, 'declined'],
  ['800025', 400, 'declined'],
  ['800064', 409, 'declined'],
  ['800065', 400, 'declined'],
  ['800067', 403, 'declined'],
  ['800069', 403, 'declined'],
  ['800075', 403, 'declined'],
  ['800088', 403, 'declined'],
  ['800090', 400, 'declined'],
  ['800091', 400, 'declined'],
  ['900109', 409, 'declined'],
  ['900112', 409, 'declined'],
  ['900113', 409, 'declined'],
  ['900114', 409, 'declined'],
  ['900121', 403, 'declined'],
  ['900203', 400, 'declined'],
  ['900206', 400, 'declined'],
  ['900278', 409, 'declined'],
  ['900279', 400, 'declined'],
  ['900308', 403, 'connection.no-permission'],
  ['900309', 403, 'connection.no-permission'],
  ['900311', 400, 'declined'],
  ['900329', 403, 'connection.no-permission'],
  ['900416', 403, 'declined'],
  ['900420', 401, 'connection.token-refused'],
  // One that nobody knows.
  ['987654', 400, 'declined'],
];

/** What may be the order itself, under way. */
const underWay = ['60000', '800064', '800065', '900109', '900112', '900113', '900278'];

describe('a code with which Partner Center refuses an order', () => {
  let bench: PartnerBench;
  let tenantId: string;
  before(async () => {
    bench = await PartnerBench.make();
    tenantId = await bench.wire.tenants.addCustomer();
  });
  afterEach(() => bench.wire.mend());
  after(() => bench.drop());

  const refuse = (code: string, status: number) => {
    // A token is renewed once.
    bench.wire.partnerCenter.orders.refusals.push({ status, code }, { status, code });
  };

  it('is in the table, and in this one', () => {
    const here = rows.map(([code]) => code).filter((code) => code !== '987654');
    assert.deepEqual(here.toSorted(), knownCodes.toSorted());
  });

  for (const [code, status, end] of rows) {
    it(`ends the first try: ${code} as ${end}`, async () => {
      refuse(code, status);
      const placing = bench.seller.place(await bench.request(tenantId));
      if (end === 'declined') {
        assert.deepEqual(await placing, { outcome: 'declined', code });
      } else {
        const failure = await placing.catch((error: unknown) => error);
        assert.equal((failure as { code: string }).code, end);
        assert.doesNotMatch(String(failure), /Alva/);
      }
      assert.equal(bench.wire.partnerCenter.orders.placedIn(tenantId), 0);
    });

    it(`says nothing yet of a repeat a minute later, and all of one an hour later: ${code}`, async () => {
      const { tenants } = bench.wire;
      const request = await bench.request(tenantId);
      const sent = (minutes: number) => ({
        ...request,
        firstSentAt: tenants.realNow.subtract({ minutes }).toString(),
      });
      refuse(code, status);
      await assert.rejects(bench.seller.place(sent(1)), { code: 'upstream.unavailable' });
      bench.wire.mend();
      const later = { ...sent(60), clientRequestId: crypto.randomUUID() };
      refuse(code, status);
      const answer = await bench.seller.place(later).catch((error: { code: string }) => error.code);
      assert.deepEqual(answer, end === 'declined' ? { outcome: 'declined', code } : end);
    });
  }

  for (const code of underWay) {
    it(`leads to the order that it is about: ${code}`, async () => {
      const customer = await bench.wire.tenants.addCustomer();
      const request = await bench.request(customer);
      const first = await bench.seller.place(request);
      bench.wire.partnerCenter.isStale = true;
      refuse(code, 409);
      const found = await bench.seller.place({ ...request, clientRequestId: crypto.randomUUID() });
      assert.deepEqual(found, first);
      assert.equal(bench.wire.partnerCenter.orders.placedIn(customer), 1);
    });
  }
});

import assert from 'node:assert/strict';
import { understand } from '../../../../understanding/understand.ts';

describe('A number beside a plan and a way to pay', () => {
  for (const text of [
    '25 anställda, var och en har 2 konton, Premium, årsvis',
    'Vi är 30 personer med två datorer var, Premium, månadsvis',
    '30 anställda varav hälften ska ha Premium, årsvis',
    'Premium 30 årsvis minus praktikanterna',
    'Premium till alla 30 utom säljarna, årsvis',
    'Premium 30 st årsvis och så några till för sommarjobbarna',
    'Premium för 30 på varje ort, årsvis',
    'Premium årsvis, om ett år är vi 40',
    'Premium årsvis, 30 är sjukskrivna',
    'Business Premium per månad, 40 anställda men 12 har ingen dator',
    '32 Business Premium per månad, antalet är inte spikat',
    'Flytta 30 av licenserna till Premium årsvis',
    'Premium årsvis, 35 licenser ligger oanvända',
    'Premium årsvis, 42 anställda, en tredjedel delar konto',
    'Vi är 42, 30 heltidare ska ha Premium och resten ingenting, årsvis',
  ]) {
    it(`is asked about where it may be a part or more than that: ${text}`, () => {
      assert.equal(understand(text).quantity, 'unclear');
    });
  }
  for (const text of [
    'Premium årsvis, vi delar på 30 skrivbord',
    'Premium årsvis, vi har kontor på plan 30',
    'Business Premium per månad, vi är en by på 300 invånare',
    'Business Premium per månad, omsätter 40 miljoner',
  ]) {
    it(`is none where it counts something else: ${text}`, () => {
      assert.equal(understand(text).quantity, undefined);
    });
  }
  for (const text of [
    'Premium, 30 licenser, årsvis, exklusive moms',
    'Premium 30, årsvis, vi har två kontor',
    'Premium för 30, månadsvis, alla har egen dator',
  ]) {
    it(`is taken where nothing else is said of it: ${text}`, () => {
      assert.deepEqual(understand(text).quantity, { is: 'count', count: 30 });
    });
  }
  it('is a sum where the new ones are told beside those that are owned', () => {
    const { quantity } = understand('Byt upp oss till Premium, de 25 vi har plus sju nya, årsvis');
    assert.deepEqual(quantity, { is: 'count', count: 32 });
  });
  it('is the one that is said to do', () => {
    assert.deepEqual(understand('vi är visserligen 31 men 28 licenser räcker').quantity, {
      is: 'count',
      count: 28,
    });
  });
});

import assert from 'node:assert/strict';
import { orderReferenceSchema } from '../../../commerce/model/order.ts';
import { findReference, newReference } from '../../../commerce/order/reference.ts';

describe('An order reference', () => {
  const many = Array.from({ length: 2000 }, () => newReference('UPG'));

  it('has eight characters of an alphabet without I, L, O and U', () => {
    for (const reference of many) {
      assert.match(reference, /^UPG-[0-9A-HJKMNP-TV-Z]{8}$/);
      assert.ok(orderReferenceSchema.safeParse(reference).success);
    }
  });

  it('uses the whole alphabet and is not given twice', () => {
    const used = new Set(many.flatMap((reference) => [...reference.slice(4)]));
    assert.equal(used.size, 32);
    assert.equal(new Set(many).size, many.length);
  });

  it('is found again in a sentence', () => {
    for (const reference of many.slice(0, 100)) {
      assert.equal(findReference(`status ${reference}, please`), reference);
    }
  });

  const typed: [text: string, found: string | undefined][] = [
    ['UPG-7K3M9QZ2', 'UPG-7K3M9QZ2'],
    ['upg-7k3m9qz2', 'UPG-7K3M9QZ2'],
    ['upg 7k3m9qz2', 'UPG-7K3M9QZ2'],
    ['UPG7K3M9QZ2', 'UPG-7K3M9QZ2'],
    ['UPG–7K3M9QZ2', 'UPG-7K3M9QZ2'],
    ['UPG - 7K3M9QZ2', 'UPG-7K3M9QZ2'],
    ['UPG-1O2I3L4O', 'UPG-10213140'],
    ['Hur går det för upg-7k3m9qz2?', 'UPG-7K3M9QZ2'],
    ['(UPG-7K3M9QZ2)', 'UPG-7K3M9QZ2'],
    ['UPG-7K3M9QZ', undefined],
    ['UPG-7K3M9QZ22', undefined],
    ['XUPG-7K3M9QZ2', undefined],
    ['7K3M9QZ2', undefined],
    ['is my plan upgradeable', undefined],
    ['upgradeable for 25', undefined],
    ['', undefined],
  ];
  for (const [text, found] of typed) {
    it(`${found ? `is ${found}` : 'is not there'} in "${text}"`, () => {
      assert.equal(findReference(text), found);
    });
  }
});

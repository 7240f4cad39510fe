import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mask } from '../../../commerce/base/mask.ts';

const hidden: [what: string, text: string, secret: string][] = [
  ['a card number in groups', 'my card is 4111 1111 1111 1111, why', '4111 1111 1111 1111'],
  ['a card number with dashes', '4111-1111-1111-1111', '4111-1111-1111-1111'],
  ['a card number in one piece', 'kortet 5500005555555559 nekas', '5500005555555559'],
  ['an IBAN', 'pay from SE45 5000 0000 0583 9825 7466', 'SE45 5000 0000 0583 9825 7466'],
  ['a bankgiro', 'vårt bankgiro 5050-1055', '5050-1055'],
  ['a check number', 'cvc 123 står det', '123'],
  ['an e-mail address', 'send it to åsa.öberg@contoso.se please', 'åsa.öberg@contoso.se'],
  ['a Swedish street', 'vi sitter på Storgatan 12 B nu', 'Storgatan 12 B'],
  ['an English street', 'we are at 12 Main Street now', '12 Main Street'],
  ['a postal code and town', 'adressen är 111 22 Stockholm', '111 22 Stockholm'],
];

const shown = [
  'UPG-7K3M9QX2',
  'CASE-12345678',
  'CHG-00000000',
  '2c2b8e0e-9d2c-4a53-a9c5-012345678901',
  '27 users, 25 licenses, 300 seats at 1,234.50 SEK',
  'order of 2026-11-25 at 14:02:11',
  'LICENSE_CONFLICT with Office 365 E3',
];

describe('What an agent is given of a text', () => {
  for (const [what, text, secret] of hidden) {
    it(`has no ${what} in it, and all the rest`, () => {
      const masked = mask(text);
      const dots = secret.replace(/\S/gu, '•');
      const digits = secret.replace(/\D/g, '');
      assert.equal(masked.includes(secret), false, masked);
      assert.ok(digits === '' || !masked.replace(/\D/g, '').includes(digits), masked);
      assert.ok(masked.includes(dots.slice(-3)), masked);
      assert.equal([...masked].length, [...text].length);
    });
  }

  for (const text of shown) {
    it(`still says ${text}`, () => {
      assert.equal(mask(`it is ${text}, you see`), `it is ${text}, you see`);
    });
  }

  it('has no part of an address that is known, however it is written', () => {
    const secrets = ['Lilla Torg 4', '211 34', 'Malmö'];
    assert.equal(
      mask('sold to LILLA  torg 4, 211 34 in malmö, not Malmöhus', secrets),
      'sold to •••••  •••• •, ••• •• in •••••, not Malmöhus',
    );
  });

  it('never has twelve digits of a number that was twelve or more', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 19 });
    fc.assert(
      fc.property(digits, fc.constantFrom('', ' ', '-'), (number, gap) => {
        const written = number.map((digit, at) => `${digit}${at % 4 === 3 ? gap : ''}`).join('');
        return !/\d/.test(mask(`card ${written.trim().replace(/-$/, '')} end`));
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { moverReason, reportWords } from '../../../cards/orders/moveWords.ts';
import { moverStateSchema } from '../../../commerce/model/move/movePart.ts';
import { locales, localiser } from '../../../locales/localiser.ts';

const microsofts = [
  'CountViolation',
  'MutuallyExclusiveViolation',
  'DependencyViolation',
  'ProhibitedInUsageLocationViolation',
  'UniquenessViolation',
  'GroupAssigned',
  'UnknownUser',
  'Other',
];
const ours = [
  'group',
  'noLocation',
  'alreadyMoved',
  'notOwned',
  'notMoved',
  'nothingToKeep',
  'NotSeen',
];
const row = { name: '', userName: '', kind: 'swap', keptOff: [], unmapped: [] };

describe('What became of a user', () => {
  for (const locale of locales) {
    const l = localiser(locale);

    it(`${locale}: is said with a reason of its own for each that we know`, () => {
      const sentences = [...microsofts, ...ours].map((reason) =>
        moverReason({ state: 'refused', reason }, l),
      );
      // A group is one, whether we knew it before or were told.
      assert.equal(new Set(sentences).size, sentences.length - 1);
    });

    it(`${locale}: is said with a reason also where Microsoft gives another one`, () => {
      const other = moverReason({ state: 'refused', reason: 'NewViolation' }, l);
      assert.equal(other, moverReason({ state: 'refused', reason: 'Other' }, l));
    });

    it(`${locale}: has a word in the report`, () => {
      const words = reportWords(l, (skuId) => skuId);
      const results = moverStateSchema.options.map((state) => words.result({ ...row, state }));
      assert.equal(new Set(results).size, moverStateSchema.options.length);
      assert.equal(words.separator, locale === 'sv-SE' ? ';' : ',');
      assert.notEqual(words.title('keptOff'), '');
      const refused = { ...row, state: 'refused', reason: 'Other', text: 'No.' } as const;
      assert.ok(words.reason(refused).endsWith('No.'));
      assert.equal(words.reason({ ...row, state: 'confirmed' }), '');
    });
  }
});

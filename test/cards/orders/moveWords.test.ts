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
const undo = { kind: 'undo', moveId: 'm' } as const;
const row = { name: '', userName: '', kind: 'swap', keptOff: [], unmapped: [] };

describe('What became of a user', () => {
  for (const locale of locales) {
    const l = localiser(locale);

    it(`${locale}: is said with a reason of its own for each that we know`, () => {
      const sentences = [...microsofts, ...ours].map((reason) =>
        moverReason({ state: 'refused', reason }, 'swap', l),
      );
      // A group is one, whether we knew it before or were told.
      assert.equal(new Set(sentences).size, sentences.length - 1);
    });

    it(`${locale}: speaks of no plan where a licence is only taken, and names the group`, () => {
      for (const reason of ['notOwned', 'has', 'UnknownUser', 'MutuallyExclusiveViolation']) {
        const said = moverReason({ state: 'refused', reason }, 'free', l);
        assert.doesNotMatch(said, /new plan|old plan|nya planen|gamla planen/);
      }
      const refused = { state: 'refused', reason: 'group', group: 'Säljare' } as const;
      assert.match(moverReason(refused, 'free', l), /Säljare/);
    });

    it(`${locale}: is said with a reason also where Microsoft gives another one`, () => {
      const other = moverReason({ state: 'refused', reason: 'NewViolation' }, 'swap', l);
      assert.equal(other, moverReason({ state: 'refused', reason: 'Other' }, 'swap', l));
    });

    it(`${locale}: has a word in the report, of what the move was for`, () => {
      const selection = { kind: 'all' } as const;
      const aims = [{ selection, targetSkuId: 'e5' }, { selection }, { selection: undo }];
      for (const move of aims) {
        const { result } = reportWords(l, move, (skuId) => skuId);
        const results = moverStateSchema.options.map((state) => result({ ...row, state }));
        assert.equal(new Set(results).size, moverStateSchema.options.length);
      }
      const words = reportWords(l, { selection, targetSkuId: 'e5' }, (skuId) => skuId);
      assert.equal(words.separator, locale === 'sv-SE' ? ';' : ',');
      assert.notEqual(words.title('keptOff'), '');
      const refused = { ...row, state: 'refused', reason: 'Other', text: 'No.' } as const;
      assert.ok(words.reason(refused).endsWith('No.'));
      assert.equal(words.reason({ ...row, state: 'confirmed' }), '');
    });
  }
});

import assert from 'node:assert/strict';
import { Classifier, learnFrom } from '../../../understanding/intents/classifier.ts';

describe('A classifier', () => {
  const examples = [
    { is: 'fruit', traits: ['red', 'sweet'] },
    { is: 'fruit', traits: ['yellow', 'sweet'] },
    { is: 'tool', traits: ['heavy', 'iron'] },
    { is: 'tool', traits: ['long', 'iron'] },
  ];

  it('finds the class whose examples share most with a text', () => {
    assert.equal(new Classifier(learnFrom(examples)).of(['green', 'sweet'])[0]?.is, 'fruit');
  });

  it('shares one among all classes', () => {
    const all = new Classifier(learnFrom(examples)).of(['iron', 'sweet']);
    assert.ok(Math.abs(all.reduce((sum, { likelihood }) => sum + likelihood, 0) - 1) < 1e-9);
  });

  it('learns the same each time', () => {
    assert.deepEqual(
      new Classifier(learnFrom(examples)).of(['iron']),
      new Classifier(learnFrom(examples)).of(['iron']),
    );
  });
});

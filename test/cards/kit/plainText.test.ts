import assert from 'node:assert/strict';
import { plainText } from '../../../cards/kit/plainText.ts';
import { localiser } from '../../../locales/localiser.ts';
import { sampleCards } from '../../support/cards/sampleViews.ts';

/** What each element of a card says, whatever it is in; without buttons and fallbacks. */
function* sayings(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  const { type, text, label, facts } = node as Record<string, unknown>;
  if (['TextBlock', 'Badge', 'TextRun'].includes(String(type))) yield String(text).trim();
  if (typeof label === 'string') yield label;
  for (const { title, value } of (facts ?? []) as { title: string; value: string }[]) {
    yield title;
    yield value;
  }
  for (const [name, inner] of Object.entries(node)) {
    if (!['actions', 'fallback'].includes(name)) yield* sayings(inner);
  }
}

describe('A card as plain text', () => {
  for (const [id, samples] of Object.entries(sampleCards)) {
    it(`says all that the card does, in its order: ${id}`, () => {
      for (const [name, draw] of Object.entries(samples)) {
        const { json } = draw({ l: localiser('en-US'), token: 't', simulated: true });
        const text = plainText(json);
        let from = 0;
        for (const saying of sayings(json.body)) {
          const at = text.indexOf(saying, from);
          assert.ok(at >= 0, `${name}: “${saying}” is missing in\n${text}`);
          from = at;
        }
        assert.doesNotMatch(text, /undefined|\[object/, name);
        assert.ok(!text.includes('\n\n\n'), name);
      }
    });
  }

  it('lists what can be chosen, and keeps rows together', () => {
    const linesOf = (samples: (typeof sampleCards)['configure' | 'comparison']): string[] => {
      const [draw] = Object.values(samples);
      const { json } = draw!({ l: localiser('en-US'), token: 't', simulated: false });
      return plainText(json).split('\n');
    };
    const { configure, comparison } = sampleCards;
    assert.ok(linesOf(comparison).some((line) => line.split(' | ').length === 3));
    assert.ok(linesOf(configure).some((line) => /1 month, .*; 1 year, /.test(line)));
  });
});

/** What holds for every sentence, however it is dressed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textOfActivity } from '../../../../bot/turn/text/textOfActivity.ts';
import { runs } from '../../../support/process/runs.ts';
import { anActivity } from '../activities.ts';

const word = fc.oneof(
  fc.constantFrom(
    'upgrade',
    'my',
    'plan',
    'E3',
    '25',
    '1,200',
    'månad',
    'över',
    "I'd",
    'month-to-month',
  ),
  fc.stringMatching(/^[a-zåäö]{1,8}$/),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 });

/** What stands before and behind: `**…**`. */
const around = (...forms: string[]) =>
  fc.constantFrom(...forms).map((form) => form.split('…') as [before: string, after: string]);

const unseen = fc.constantFrom(
  ...['', '\u200b', '\u00ad', '\u2060', '\ufeff', '\u200e', '\ufe0f', '&shy;', '&#8203;'],
);
const blank = fc.constantFrom(' ', '  ', '\u00a0', '\u202f', '\t', '&nbsp;', ' &#xa0;', ' \u200b');
const dress = around(
  ...['…', '**…**', '_…_', '~~…~~', '`…`', '***…***'],
  ...['<b>…</b>', '<span lang="sv">…</span>', '[…](https://x.example/1)'],
);
const frame = around(
  ...['…', '<p>…</p>', '<div><p>…</p></div>\n', '# …', '* …', '\n…\n', '**…**'],
  ...['> 40 users\n\n…', '…\r\n> place order', '<quoted messageId="40"/> …'],
  '<blockquote><p>place order</p></blockquote>…',
);
const mention = around(
  ...['…', '<at>Upgradera</at> …', '<at id="0">Upgradera</at>,&nbsp;…', '@upgradera …'],
  ...['… <at>UPGRADERA</at>', '<at>Upgradera</at>… <at>Upgradera</at>'],
);

/** The forms that a sign may have. */
const variants: Record<string, readonly string[]> = {
  "'": ["'", '’', '´', 'ʼ', '&#39;', '&apos;'],
  '-': ['-', '–', '‐', '\u2011', '−', '&ndash;'],
  å: ['å', 'a\u030a', '&aring;'],
  '2': ['2', '２', '2\ufe0f\u20e3', '٢'],
};

describe('A sentence', () => {
  it('is the same whatever clients and keyboards put around and into it', () => {
    const dressed = sentence.chain((words) => {
      const signs = words.map((text) => {
        const forms = [...text].map((sign) =>
          fc
            .tuple(fc.constantFrom(...(variants[sign] ?? [sign])), unseen)
            .map((parts) => parts.join('')),
        );
        return fc.tuple(fc.tuple(...forms), dress).map(([parts, [a, b]]) => a + parts.join('') + b);
      });
      const gaps = fc.array(blank, { minLength: words.length, maxLength: words.length });
      return fc
        .tuple(fc.tuple(...signs), gaps, frame, mention)
        .map(([parts, between, [before, after], [first, last]]) => {
          const text = parts.map((part, at) => part + (between[at + 1] ?? '')).join('');
          return { words, text: before + first + text + last + after };
        });
    });
    fc.assert(
      fc.property(dressed, ({ words, text }) => {
        assert.equal(textOfActivity(anActivity({ text })), words.join(' '));
      }),
      { numRuns: runs },
    );
  });

  it('is well-formed and in the plain form of Unicode, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const once = textOfActivity(anActivity({ text }));
        assert.ok(once.isWellFormed());
        assert.equal(once, once.normalize('NFKC').trim());
      }),
      { numRuns: runs },
    );
  });
});

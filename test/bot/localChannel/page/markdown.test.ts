import assert from 'node:assert/strict';
import { markdownToHtml } from '../../../../bot/localChannel/page/markdown.js';

describe('Markdown on the chat page', () => {
  for (const [text, html] of [
    ['1. Open\n2. Press', '<ol><li>Open</li><li>Press</li></ol>'],
    ['2. Press', '<ol start="2"><li>Press</li></ol>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['<b>2. Press', '<p>&lt;b&gt;2. Press</p>'],
  ] as const) {
    it(`numbers a list as it was written: ${JSON.stringify(text)}`, () => {
      assert.equal(markdownToHtml(text), html);
    });
  }
});

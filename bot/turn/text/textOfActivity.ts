/** What a person said, in plain words: the one place where the writing of clients and keyboards is undone. */
import type { Activity } from 'botbuilder';
import { decodeHTMLStrict } from 'entities/lib/decode.js';
import { foldSigns, tidyLine } from '../../../commerce/base/plainText.ts';
import { withoutMarkdown } from './markdown.ts';
import { withMentionsMarked, withoutMarks } from './mentions.ts';
import { withoutTags } from './tags.ts';

/** The number of a list's item and nothing behind it. */
const loneNumber = /^(\d{1,3})[.)]$/;

/**
 * Without the mention of the bot, markup and what is quoted, whatever `textFormat` says: clients don't
 * keep to it. Signs are folded, blanks are single. A line break stays one, since an address has lines.
 */
export function textOfActivity(activity: Activity): string {
  const { text } = activity;
  if (typeof text !== 'string') return '';
  const folded = foldSigns(text.includes('&') ? decodeHTMLStrict(text) : text);
  const bare = withoutMarkdown(withoutTags(withMentionsMarked(folded, activity)));
  const lines = bare.split('\n').map(tidyLine).filter(Boolean).join('\n');
  return withoutMarks(lines).replace(loneNumber, '$1');
}

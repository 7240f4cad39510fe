/** One message as it stands in the list. */
import { cardType, renderCard } from './card.js';
import { markdownToHtml } from './markdown.js';

function part(className, content) {
  const element = document.createElement('div');
  element.className = className;
  element.append(...content);
  return element;
}

function textBubble({ text, textFormat }) {
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  if (textFormat === 'plain') {
    bubble.classList.add('plain');
    bubble.textContent = text;
  } else bubble.innerHTML = markdownToHtml(text);
  return bubble;
}

function head({ from, timestamp, channelData }, { words, locale }) {
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = from.name ?? from.id;
  const time = document.createElement('time');
  time.dateTime = timestamp;
  time.textContent = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(
    new Date(timestamp),
  );
  const hint = document.createElement('span');
  hint.className = 'hint';
  hint.textContent = channelData?.updated ? words.updated : '';
  return part('head', [name, time, hint]);
}

/** Whether there is anything to see: a press of a button, for instance, is sent without words. */
export function isVisible({ type, text, attachments }) {
  return type === 'message' && Boolean(text || attachments?.length);
}

/** @returns the parts that stand inside the message's article */
export function messageParts(activity, context) {
  const mine = activity.from.id === context.user.id;
  const said = activity.text
    ? [textBubble({ ...activity, textFormat: mine ? 'plain' : activity.textFormat })]
    : [];
  const cards = (activity.attachments ?? []).map(({ contentType, content }) =>
    contentType === cardType
      ? renderCard(content, { ...context, activityId: activity.id })
      : part('bubble', [context.words.cardUnreadable]),
  );
  return [head(activity, context), ...said, ...cards];
}

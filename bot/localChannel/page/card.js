/** Draws an Adaptive Card and does what its buttons say. */
import { registerCardElements } from './card-elements.js';
import { hostConfig } from './host-config.js';
import { isSafeUrl, markdownToHtml } from './markdown.js';

const { AdaptiveCard, GlobalSettings, HostConfig } = globalThis.AdaptiveCards;

export const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** Characters of a refusal of the bot that are shown. */
const longestRefusal = 300;

export function prepareCards() {
  GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
  registerCardElements();
}

/** The inputs of a card, by its frame. */
const inputsOf = new WeakMap();

/** What the newest card that asks something holds now, by the ids of its inputs. */
export function inputsIn(root) {
  const asked = [...root.querySelectorAll('.card')].map((card) => inputsOf.get(card) ?? []);
  const newest = asked.findLast((inputs) => inputs.length > 0) ?? [];
  return Object.fromEntries(newest.map(({ id, value }) => [id, value]));
}

/** `wide` is what a screen reader says of a table that has to be scrolled. */
function draw(json, wide, onExecuteAction, prepare) {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = onExecuteAction;
  card.parse(json);
  prepare(card.getAllInputs());
  const drawn = card.render();
  for (const action of card.getAllActions()) nameButton(action);
  // What a button shows while it has the focus goes beyond it, and the library would cut it off.
  for (const set of drawn?.querySelectorAll('.ac-actionSet') ?? []) {
    set.parentElement.style.removeProperty('overflow');
  }
  for (const table of drawn?.querySelectorAll('[role="table"]') ?? []) makeScrollable(table, wide);
  return drawn;
}

/** What a button does, by which it is found again in a card that takes the place of this one. */
function nameButton({ data, renderedElement }) {
  if (!renderedElement || !data?.verb) return;
  renderedElement.dataset.verb = data.verb;
  renderedElement.dataset.choice = data.choice ?? '';
}

/** Styles that the library sets on tables, with which columns break words; cards.css sets others. */
const tableStyles = ['display', 'font-size', 'line-height', 'padding'];

/** A table of many columns is wider than a narrow card: then it is scrolled, by the keyboard as well. */
function makeScrollable(table, label) {
  const cells = table.querySelectorAll('[role="row"] > *');
  const parts = table.querySelectorAll('[role="row"], .ac-textBlock');
  for (const { style } of [table, ...parts, ...cells]) {
    for (const name of tableStyles) style.removeProperty(name);
  }
  for (const { style } of cells) style.width = style.flexBasis;
  const frame = document.createElement('div');
  frame.className = 'table-frame';
  frame.setAttribute('role', 'group');
  table.replaceWith(frame);
  frame.append(table);
  new ResizeObserver(() => {
    const scrolls = frame.scrollWidth > frame.clientWidth;
    frame.toggleAttribute('tabindex', scrolls);
    if (scrolls) frame.tabIndex = 0;
    frame.setAttribute('aria-label', scrolls ? label : '');
  }).observe(frame);
}

/**
 * Who shows or hides something goes on there: the button that did it is gone. The library says of what was
 * shown that it is expanded, which is for buttons to say.
 */
function goOnAt({ targetElements, parent, renderedElement }) {
  const root = parent.getRootElement();
  const places = Object.keys(targetElements).map((id) => root.getElementById(id)?.renderedElement);
  for (const place of places) place?.removeAttribute('aria-expanded');
  if (renderedElement.checkVisibility()) return;
  const place = places.find((one) => one?.checkVisibility());
  const target = place?.matches('.ac-container') ? place : place?.querySelector('button');
  if (!target) return;
  if (target === place) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Says what came back from an Execute that brings no new card. */
function refusalOf({ statusCode, type, value } = {}, words) {
  if (type === messageType && typeof value === 'string') return value;
  if (statusCode === undefined || statusCode < 400) return '';
  const said = typeof value?.message === 'string' ? value.message.slice(0, longestRefusal) : '';
  return said || words.actionFailed;
}

/**
 * @param post sends an activity; see DirectLine.
 * @param swap makes the change when an Execute brought a new card.
 * @param reveal brings what the card says below its buttons into view.
 * @param fillIn may change what the card's inputs hold at first.
 */
export function renderCard(json, { post, words, activityId, swap, reveal, fillIn }) {
  const frame = document.createElement('div');
  frame.className = 'card';
  frame.setAttribute('role', 'group');
  frame.tabIndex = -1;
  const note = document.createElement('p');
  note.className = 'card-note';
  note.setAttribute('role', 'status');

  const setBusy = (busy) => {
    frame.setAttribute('aria-busy', String(busy));
    // Not `disabled`, which would take the focus away.
    for (const button of frame.querySelectorAll('.ac-pushButton')) {
      button.setAttribute('aria-disabled', String(busy));
    }
  };

  const say = (sentence) => {
    note.textContent = sentence;
    if (sentence !== '') reveal(note);
  };

  const once = async (send) => {
    if (frame.getAttribute('aria-busy') === 'true') return;
    note.textContent = '';
    setBusy(true);
    try {
      say(await send());
    } catch {
      say(words.actionFailed);
    }
    setBusy(false);
  };

  const submit = async ({ data }) => {
    const { status } = await post({ type: 'message', value: data, replyToId: activityId });
    return status < 400 ? '' : words.actionFailed;
  };

  const execute = async ({ id, verb, data }) => {
    const { status, body } = await post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', id, verb, data }, trigger: 'manual' },
      replyToId: activityId,
    });
    const answer = body.invokeResponse;
    if (status >= 400 || answer?.status >= 400) return words.actionFailed;
    if (answer?.body?.type !== cardType) return refusalOf(answer?.body, words);
    swap(frame, () => show(answer.body.value));
    return '';
  };

  const perform = {
    'Action.OpenUrl': ({ url }) => {
      if (isSafeUrl(url)) window.open(url, '_blank', 'noopener,noreferrer');
    },
    // It toggles after it has said so.
    'Action.ToggleVisibility': (action) => queueMicrotask(() => goOnAt(action)),
    'Action.Submit': (action) => once(() => submit(action)),
    'Action.Execute': (action) => once(() => execute(action)),
  };

  const show = (card) => {
    const act = (action) => perform[action.getJsonTypeName()]?.(action);
    const drawn = draw(card, words.wideTable, act, (inputs) => {
      inputsOf.set(frame, inputs);
      fillIn(inputs);
    });
    const plain = document.createElement('p');
    plain.textContent = card.fallbackText ?? words.cardUnreadable;
    frame.setAttribute('aria-label', card.speak ?? '');
    drawn?.removeAttribute('aria-label');
    frame.classList.toggle('wide', card.msteams?.width === 'Full');
    frame.replaceChildren(drawn ?? plain, note);
  };

  show(json);
  return frame;
}

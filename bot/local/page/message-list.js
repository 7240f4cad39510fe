/** The conversation as a list: new messages at the end, changed ones in their place. */
import { isVisible, messageParts } from './message.js';

/** Pixels from the end within which the reader counts as being at the end. */
const nearEnd = 80;

export class MessageList {
  #root;
  #empty;
  #context;
  #articles = new Map();

  /** `context` is what messages and their cards need; see message.js and card.js. */
  constructor(root, empty, context) {
    this.#root = root;
    // So that the arrow keys scroll it.
    root.tabIndex = 0;
    this.#empty = empty;
    this.#context = context;
  }

  receive(activity) {
    const article = this.#articles.get(activity.id);
    if (activity.type === 'messageDelete') this.#remove(activity.id, article);
    else if (!isVisible(activity)) return;
    else if (article) this.#replace(article, activity);
    else this.#add(activity);
    this.#empty.hidden = this.#articles.size > 0;
  }

  #add(activity) {
    const article = document.createElement('article');
    const mine = activity.from.id === this.#context.user.id;
    const person = activity.from.role === 'bot' ? 'bot' : 'other';
    article.className = `message ${mine ? 'mine' : person}`;
    // Who wrote it knows what it says.
    if (mine) article.setAttribute('aria-live', 'off');
    article.append(...messageParts(activity, this.#context));
    this.#articles.set(activity.id, article);
    const { scrollHeight, scrollTop, clientHeight } = this.#root;
    const follow = mine || scrollHeight - scrollTop - clientHeight < nearEnd;
    this.#root.append(article);
    if (follow) this.#showStart(article);
  }

  /** The end of the list, unless that would push the start of a long card out of sight. */
  #showStart(article) {
    const end = this.#root.scrollHeight - this.#root.clientHeight;
    this.#root.scrollTop = Math.min(end, article.offsetTop - this.#root.offsetTop - 12);
  }

  #replace(article, activity) {
    const focused = article.contains(document.activeElement) ? document.activeElement : undefined;
    const label = focused?.getAttribute('aria-label') ?? undefined;
    // A change in place is there to be found, not to interrupt.
    article.setAttribute('aria-live', 'off');
    article.replaceChildren(...messageParts(activity, this.#context));
    if (focused) keepFocus(article, label);
  }

  #remove(id, article) {
    if (!article) return;
    const focused = article.contains(document.activeElement);
    article.remove();
    this.#articles.delete(id);
    if (focused) this.#root.focus();
  }
}

/** Focuses the button that is called as the one before, else the card that took its place. */
export function keepFocus(place, label) {
  const buttons = [...place.querySelectorAll('button')];
  const same = label && buttons.find((button) => button.getAttribute('aria-label') === label);
  const card = place.matches('.card') ? place : place.querySelector('.card');
  (same || card)?.focus({ preventScroll: true });
}

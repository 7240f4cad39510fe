/** The conversation as a list: new messages at the end, changed ones in their place. */
import { isVisible, messageParts } from './message.js';

/** Pixels from the end within which the reader counts as being at the end. */
const nearEnd = 80;

/** Pixels above the first new message. */
const margin = 12;

export class MessageList {
  #root;
  #empty;
  #context;
  #articles = new Map();
  /** Turns of this person that are under way, and the first message that the latest one brought. */
  #turns = 0;
  #first;

  /** `context` is what messages and their cards need; see message.js and card.js. */
  constructor(root, empty, context) {
    this.#root = root;
    // So that the arrow keys scroll it.
    root.tabIndex = 0;
    this.#empty = empty;
    this.#context = context;
  }

  /** Shows what the person's own turn brings, wherever they were reading. @returns its outcome */
  async follow(turn) {
    this.#turns += 1;
    this.#first = undefined;
    try {
      return await turn;
    } finally {
      this.#turns -= 1;
    }
  }

  /** A card gives way to another one at the person's own wish. */
  swap(card, change) {
    const article = card.closest('article');
    article.setAttribute('aria-live', 'off');
    this.#keepPlace(article, change);
    keepFocus(card);
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
    const atEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
    this.#root.append(article);
    this.#first = (this.#turns > 0 && this.#first) || article;
    if (atEnd || this.#turns > 0) this.#showNews();
  }

  /** The end of the list, unless that would push the start of what is new out of sight. */
  #showNews() {
    const end = this.#root.scrollHeight - this.#root.clientHeight;
    this.#root.scrollTop = Math.min(end, this.#first.offsetTop - margin);
  }

  #replace(article, activity) {
    const focused = article.contains(document.activeElement) ? document.activeElement : undefined;
    // A change in place is there to be found, not to interrupt.
    article.setAttribute('aria-live', 'off');
    this.#keepPlace(article, () =>
      article.replaceChildren(...messageParts(activity, this.#context)),
    );
    if (focused) keepFocus(article, focused.title);
  }

  /** What is below a message that grows or shrinks out of sight stays where it is. */
  #keepPlace(article, change) {
    const { scrollTop } = this.#root;
    const { offsetHeight } = article;
    change();
    if (article.offsetTop < scrollTop) {
      this.#root.scrollTop = scrollTop + article.offsetHeight - offsetHeight;
    }
  }

  #remove(id, article) {
    if (!article) return;
    const focused = article.contains(document.activeElement);
    article.remove();
    this.#articles.delete(id);
    if (focused) this.#root.focus();
  }
}

/**
 * Focuses the button that is called as the one before, else the card that took its place. The
 * title is the button's tooltip, which tells buttons of the same name apart.
 */
function keepFocus(place, title) {
  const same = title && [...place.querySelectorAll('button')].find((one) => one.title === title);
  const card = place.matches('.card') ? place : place.querySelector('.card');
  (same || card)?.focus({ preventScroll: true });
}

/** The conversation as a list: new messages at the end, changed ones in their place. */
import { isVisible, messageParts } from './message.js';

/** Pixels from the end within which the reader counts as being at the end. */
const nearEnd = 80;

/** Pixels above a message that is too tall to be seen whole. */
const margin = 12;

/** Pixels that a place may be off by, where the browser rounds. */
const rounding = 1;

export class MessageList {
  #root;
  #empty;
  #context;
  #articles = new Map();
  /** Turns of this person that are under way. */
  #turns = 0;
  /** Where the person was when the newest of them began; its last card once that has come. */
  #from;
  /** Where the newest message was put in view; undefined once the reader took hold of the list. */
  #held;
  /** Tells when something grows: a card that says more, the box below the list. */
  #sizes = new ResizeObserver(() => {
    if (this.#isHeld()) this.#showNewest();
  });

  /** `context` is what messages and their cards need; see message.js and card.js. */
  constructor(root, empty, context) {
    this.#root = root;
    // So that the arrow keys scroll it.
    root.tabIndex = 0;
    this.#empty = empty;
    this.#context = context;
    this.#sizes.observe(root);
    for (const touch of ['pointerdown', 'keydown']) {
      root.addEventListener(touch, () => (this.#held = undefined));
    }
  }

  /** Whether somebody has said something yet. */
  get hasBegun() {
    return this.#articles.size > 0;
  }

  /** Shows what the person's own turn brings, wherever they were reading. @returns its outcome */
  async follow(turn) {
    this.#turns += 1;
    this.#from = document.activeElement?.closest('article');
    try {
      return await turn;
    } finally {
      this.#turns -= 1;
    }
  }

  /**
   * Shows a card in the place of the one that the person pressed a button on, unless the message has
   * been replaced meanwhile: then that has brought it.
   */
  swap(card, change) {
    const article = card.closest('article');
    if (!article) return;
    const focused = card.contains(document.activeElement) ? document.activeElement : undefined;
    article.setAttribute('aria-live', 'off');
    const isSeen = focused && this.#shows(focused);
    const before = titleOf(article);
    this.#keepPlace(article, change);
    if (focused) keepFocus(card, focused, isSeen);
    // Another card is read from its start; the same one, drawn anew, where it was.
    const isNewest = article === this.#root.lastElementChild;
    if (isNewest && titleOf(article) !== before) this.#showNewest();
  }

  /** Shows an answer within a card, unless the same turn brought a message, which is shown whole. */
  reveal(answer) {
    if (!this.#isHeld()) answer.scrollIntoView({ block: 'nearest' });
  }

  receive(activity) {
    const article = this.#articles.get(activity.id);
    if (activity.type === 'messageDelete') this.#remove(activity.id, article);
    else if (!isVisible(activity)) return;
    else if (article) this.#replace(article, activity);
    else this.#add(activity);
    this.#empty.hidden = this.hasBegun;
  }

  #add(activity) {
    const article = document.createElement('article');
    const mine = activity.from.id === this.#context.user.id;
    const person = activity.from.role === 'bot' ? 'bot' : 'other';
    article.className = `message ${mine ? 'mine' : person}`;
    // A screen reader need not read out what its user wrote.
    if (mine) article.setAttribute('aria-live', 'off');
    article.append(...messageParts(activity, this.#context));
    this.#articles.set(activity.id, article);
    const { scrollTop } = this.#root;
    const follows = this.#turns > 0 || this.#end - scrollTop < nearEnd || this.#isHeld();
    this.#root.append(article);
    this.#sizes.observe(article);
    if (follows) this.#showNewest();
    if (this.#turns > 0) this.#leadTo(article);
  }

  /** Whoever pressed a button goes on at the card that this brings, unless they have gone elsewhere. */
  #leadTo(article) {
    const card = article.querySelector('.card');
    if (!card || !this.#from?.contains(document.activeElement)) return;
    card.focus({ preventScroll: true });
    this.#from = article;
  }

  /** How far the list can be scrolled. */
  get #end() {
    return this.#root.scrollHeight - this.#root.clientHeight;
  }

  /** The newest message whole, or from its start when it is taller than the view. */
  #showNewest() {
    const newest = this.#root.lastElementChild;
    this.#root.scrollTop = Math.min(this.#end, newest.offsetTop - margin);
    this.#held = this.#root.scrollTop;
  }

  /** Whether the newest message is where it was put, or where a list that shrank has left it. */
  #isHeld() {
    if (this.#held === undefined) return false;
    const { scrollTop } = this.#root;
    const shrank = scrollTop < this.#held && this.#end - scrollTop <= rounding;
    return shrank || Math.abs(scrollTop - this.#held) <= rounding;
  }

  #replace(article, activity) {
    const focused = article.contains(document.activeElement) ? document.activeElement : undefined;
    // A screen reader must not interrupt whenever a card is redrawn.
    article.setAttribute('aria-live', 'off');
    const isSeen = focused && this.#shows(focused);
    this.#keepPlace(article, () =>
      article.replaceChildren(...messageParts(activity, this.#context)),
    );
    if (focused) keepFocus(article, focused, isSeen);
  }

  /** Whether somebody who looks at the list sees that place. */
  #shows(place) {
    const { top, bottom } = this.#root.getBoundingClientRect();
    const box = place.getBoundingClientRect();
    return box.top < bottom && box.bottom > top;
  }

  /**
   * What is below a message that grows or shrinks out of sight stays where it is, and so does the
   * newest message.
   */
  #keepPlace(article, change) {
    const isHeld = this.#isHeld();
    const { scrollTop } = this.#root;
    const { offsetHeight } = article;
    change();
    if (isHeld) this.#showNewest();
    else if (article.offsetTop < scrollTop) {
      this.#root.scrollTop = scrollTop + article.offsetHeight - offsetHeight;
    }
  }

  #remove(id, article) {
    if (!article) return;
    const focused = article.contains(document.activeElement);
    article.remove();
    this.#sizes.unobserve(article);
    this.#articles.delete(id);
    if (focused) this.#root.focus();
  }
}

/** By which a card is told from another one. */
function titleOf(article) {
  return article.querySelector('[role="heading"]')?.textContent;
}

/**
 * Focuses the button that does the same as the one before, else one of the same name that does such a thing, as
 * turning to the next page; else the card that took the place.
 * @param isSeen the one before was in view: then the button is brought there where the card has grown
 */
function keepFocus(place, { dataset: { verb, choice }, textContent }, isSeen) {
  const alike = [...place.querySelectorAll('button')].filter((one) => one.dataset.verb === verb);
  const same =
    alike.find((one) => one.dataset.choice === choice) ??
    alike.find((one) => one.textContent === textContent);
  const card = place.matches('.card') ? place : place.querySelector('.card');
  const next = (verb && same) || card;
  next?.focus({ preventScroll: true });
  if (isSeen && next !== card) next.scrollIntoView({ block: 'nearest' });
}

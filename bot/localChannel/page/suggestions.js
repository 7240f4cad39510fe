/** The answers that the bot offers with its latest message. */
import { isSafeUrl } from './markdown.js';

export class Suggestions {
  #root;
  #say;

  /** `say` sends a text as if it were typed. */
  constructor(root, say) {
    this.#root = root;
    this.#say = say;
  }

  receive(activity, userId) {
    if (activity.type !== 'message') return;
    const { actions = [], to = [] } = activity.suggestedActions ?? {};
    const meant = activity.from.id !== userId && (to.length === 0 || to.includes(userId));
    this.#show(meant ? actions : []);
  }

  #show(actions) {
    this.#root.replaceChildren(...actions.map((action) => this.#button(action)));
    this.#root.hidden = actions.length === 0;
  }

  #button({ type, title, value }) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title ?? value;
    button.addEventListener('click', () => {
      if (type !== 'openUrl') {
        this.#show([]);
        this.#say(String(value));
      } else if (isSafeUrl(value)) window.open(value, '_blank', 'noopener,noreferrer');
    });
    return button;
  }
}

/** What is written and chosen on a page and not sent yet, for the same page in another language. */
const key = 'upgradera:unsent';

/** @param inputs of the card that is being filled in, by their ids */
export function keepUnsent(locale, text, inputs) {
  sessionStorage.setItem(key, JSON.stringify({ locale, text, inputs }));
}

/** What the page before has kept for this one. It tells once; a page in another language leaves it. */
export class Unsent {
  #inputs = {};
  text = '';

  constructor(locale) {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    sessionStorage.removeItem(key);
    if (kept.locale !== locale) return;
    this.text = kept.text;
    this.#inputs = kept.inputs;
  }

  /** Fills in a card that asks just the same, before it is drawn. */
  fillIn(inputs) {
    if (idsIn(inputs.map(({ id }) => id)) !== idsIn(Object.keys(this.#inputs))) return;
    for (const input of inputs) input.defaultValue = this.#inputs[input.id] ?? input.defaultValue;
  }

  /** The person has gone on: cards that come now are filled in as the bot has it. */
  forgetInputs() {
    this.#inputs = {};
  }
}

function idsIn(ids) {
  return ids.toSorted().join(' ');
}

/** Where one writes. */

/** Characters that can be sent at once. */
const most = 4000;

export class Composer {
  #text;
  #button;
  #hint;
  #sayTooLong;
  #send;

  /**
   * `send` gets the text and tells, as a promise, whether it was taken. `sayTooLong` makes the hint
   * for a text of that many characters, where so many are possible.
   */
  constructor(form, hint, { send, sayTooLong }) {
    const text = form.querySelector('textarea');
    this.#text = text;
    this.#button = form.querySelector('button');
    this.#hint = hint;
    this.#sayTooLong = sayTooLong;
    this.#send = send;
    // Until somebody listens, what is typed would be lost.
    text.disabled = false;
    this.#button.disabled = false;
    text.addEventListener('input', () => this.#measure());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
  }

  /** What is written and not sent. */
  get text() {
    return this.#text.value;
  }

  set text(text) {
    this.#text.value = text;
    this.#measure();
  }

  focus() {
    this.#text.focus();
  }

  /** What was not taken goes back into the box. */
  async say(text) {
    this.#text.focus();
    const taken = await this.#send(text);
    if (!taken && this.#text.value === '') this.#text.value = text;
  }

  #submit() {
    const text = this.#text.value.trim();
    if (text === '' || text.length > most) return;
    this.#text.value = '';
    void this.say(text);
  }

  #measure() {
    const { length } = this.#text.value.trim();
    const isTooLong = length > most;
    this.#button.disabled = isTooLong;
    this.#text.setAttribute('aria-invalid', String(isTooLong));
    this.#hint.textContent = isTooLong ? this.#sayTooLong(length, most) : '';
  }
}

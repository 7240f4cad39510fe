/** Where one writes. */
export class Composer {
  #text;
  #send;

  /** `send` gets the text and tells, as a promise, whether it was taken. */
  constructor(form, text, send) {
    this.#text = text;
    this.#send = send;
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
    if (text === '') return;
    this.#text.value = '';
    void this.say(text);
  }
}

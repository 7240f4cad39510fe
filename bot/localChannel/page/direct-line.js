/** The page's end of the local channel: one conversation, kept open. */
const root = '/v3/directline/conversations';

/** Milliseconds between attempts to reconnect. */
const firstPause = 500;
const longestPause = 10_000;

async function call(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json().catch(() => ({})) };
}

const pause = (duration) => new Promise((resolve) => setTimeout(resolve, duration));

export class DirectLine {
  #conversation;
  #user;
  #locale;
  #tenant;
  #resume;
  #watermark;
  #hears;

  /**
   * `resume` says that the bot has met this person in this conversation. `hears` gets
   * `joined(id)`, `activity(activity)` and `online(isOnline)`.
   */
  constructor({ conversation, user, locale, tenant, resume, hears }) {
    this.#conversation = conversation;
    this.#user = user;
    this.#locale = locale;
    this.#tenant = tenant;
    this.#resume = resume;
    this.#hears = hears;
  }

  /** Stays connected for as long as the page lives, and catches up after each gap. */
  async run() {
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
      const streamUrl = await this.#join().catch(() => undefined);
      if (streamUrl) {
        await this.#listen(streamUrl, () => {
          wait = firstPause;
          this.#hears.online(true);
        });
      }
      this.#hears.online(false);
      await pause(wait * (0.75 + Math.random() / 2));
    }
  }

  /**
   * @returns what the channel answered. Rejects when it can't be reached.
   * After a restart the channel has to be told of the conversation first.
   */
  async post(activity) {
    const complete = { from: this.#user, locale: this.#locale, ...activity };
    const path = () => `${root}/${this.#conversation}/activities`;
    const answer = await call(path(), complete);
    if (answer.status !== 404) return answer;
    await this.#join();
    return call(path(), complete);
  }

  /** @returns where to listen, or undefined when the channel would not have it */
  async #join() {
    const { status, body } = await call(root, {
      user: this.#user,
      locale: this.#locale,
      resume: this.#resume,
      ...(this.#conversation && { conversationId: this.#conversation }),
      ...(this.#tenant && { tenantId: this.#tenant }),
      ...(this.#watermark && { watermark: this.#watermark }),
    });
    if (status >= 400) return undefined;
    this.#conversation = body.conversationId;
    this.#resume = true;
    this.#hears.joined(body.conversationId);
    return body.streamUrl;
  }

  #listen(streamUrl, opened) {
    return new Promise((resolve) => {
      const socket = new WebSocket(streamUrl);
      socket.onopen = opened;
      socket.onclose = resolve;
      socket.onmessage = ({ data }) => {
        if (!data) return;
        const { activities, watermark } = JSON.parse(data);
        for (const activity of activities) this.#hears.activity(activity);
        this.#watermark = watermark;
      };
    });
  }
}

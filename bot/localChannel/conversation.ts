/** One conversation of the local channel: its people and its history, in memory and bounded. */
import type { Account, Activity } from './schemas.ts';

/** Direct Line's answer to "what is new?". The watermark is opaque to clients. */
export interface ActivitySet {
  activities: Activity[];
  watermark: string;
}

interface Entry {
  activity: Activity;
  /** Sequence numbers. */
  created: number;
  changed: number;
  deleted: boolean;
}

/** Activities that a conversation remembers; older ones are forgotten. */
const historyLength = 200;

export class Conversation {
  readonly id: string;
  readonly members = new Map<string, Account>();
  tenantId = 'local';
  locale: string | undefined;
  readonly #run: string;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<(set: ActivitySet) => void>();
  #sequence = 0;

  /**
   * @param run differs with every start of the process. Ids and watermarks carry it, since the
   * bot remembers ids that this memory has forgotten.
   */
  constructor(id: string, run: string) {
    this.id = id;
    this.#run = run;
  }

  /** Whether a client is listening now. */
  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  get watermark(): string {
    return `${this.#run}.${this.#sequence}`;
  }

  /** Adds the activity under a new id. */
  append(activity: Activity): Activity {
    const added = { ...activity, id: this.newId() };
    const { created } = this.#store(added);
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= historyLength) break;
      this.#entries.delete(id);
    }
    this.#tell(created - 1);
    return added;
  }

  /**
   * Replaces an activity. One that the history does not know (sent before a restart) is taken as
   * new under its old id. Clients get it again with the same id and `channelData.updated`, the
   * instant of the change; stock Direct Line clients redraw it in place.
   */
  replace(id: string, activity: Activity): void {
    const updated = new Date().toISOString();
    this.#store({ ...activity, id, channelData: { ...activity.channelData, updated } });
    this.#tell(this.#sequence - 1);
  }

  /**
   * Puts the card that answered an Execute in the place of the pressed one, for clients that ask
   * later. Nothing is pushed: whoever pressed has the card in the answer.
   */
  swapCard(id: string, content: unknown): void {
    const entry = this.#entries.get(id);
    const [pressed] = entry?.activity.attachments ?? [];
    if (entry && pressed)
      entry.activity = { ...entry.activity, attachments: [{ ...pressed, content }] };
  }

  /** Clients get `{type: 'messageDelete', id}`, which stock Direct Line clients ignore. */
  remove(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry || entry.deleted) return false;
    entry.activity = { type: 'messageDelete', id };
    entry.deleted = true;
    entry.changed = ++this.#sequence;
    this.#tell(this.#sequence - 1);
    return true;
  }

  /** For what is shown to clients that listen now and not remembered, such as typing. */
  pass(activity: Activity): Activity {
    const passed = { ...activity, id: this.newId() };
    this.#send({ activities: [passed], watermark: this.watermark });
    return passed;
  }

  /** What changed after the watermark; everything when it is absent or of another run. */
  since(watermark: string | undefined): ActivitySet {
    const [run, sequence] = watermark?.split('.') ?? [];
    return this.#after(run === this.#run ? Number(sequence) || 0 : 0);
  }

  /** @returns how to stop listening. */
  listen(listener: (set: ActivitySet) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  newId(): string {
    this.#sequence += 1;
    return `${this.id}|${this.#run}-${String(this.#sequence).padStart(7, '0')}`;
  }

  #store(activity: Activity & { id: string }): Entry {
    const changed = ++this.#sequence;
    const created = this.#entries.get(activity.id)?.created ?? changed;
    const entry = { activity, created, changed, deleted: false };
    this.#entries.set(activity.id, entry);
    return entry;
  }

  #after(sequence: number): ActivitySet {
    const activities = [...this.#entries.values()]
      .filter(({ changed }) => changed > sequence)
      .filter(({ created, deleted }) => !deleted || created <= sequence)
      .map(({ activity }) => activity);
    return { activities, watermark: this.watermark };
  }

  #tell(sequence: number): void {
    this.#send(this.#after(sequence));
  }

  #send(set: ActivitySet): void {
    for (const listener of this.#listeners) listener(set);
  }
}

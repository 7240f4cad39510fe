/** Things of a process that may die at any call: before it, or after it and before its answer. */

export class Died extends Error {}

/** Kills once, after so many calls; from then on nothing that was made mortal by it does anything. */
export class Death {
  #left: number;
  readonly #afterwards: boolean;
  isDead = false;

  /** @param afterwards the call at which it dies still has its effect */
  constructor(calls: number, afterwards: boolean) {
    this.#left = calls;
    this.#afterwards = afterwards;
  }

  /** The same object for a process that dies. */
  mortal<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (of, name) => {
        const member: unknown = Reflect.get(of, name, of);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          if (this.isDead) throw new Died();
          this.#left -= 1;
          const dies = this.#left < 0;
          if (dies) this.isDead = true;
          if (dies && !this.#afterwards) throw new Died();
          const answer: unknown = await member.apply(of, given);
          if (dies || this.isDead) throw new Died();
          return answer;
        };
      },
    });
  }
}

/** A wait that somebody may end, also before it begins. */
export class Nap {
  readonly #ended = Promise.withResolvers<void>();

  end(): void {
    this.#ended.resolve();
  }

  /** Resolves after so many milliseconds, or when it was ended. */
  async take(milliseconds: number): Promise<void> {
    const timer = setTimeout(this.#ended.resolve, milliseconds);
    await this.#ended.promise;
    clearTimeout(timer);
  }
}

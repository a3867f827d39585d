/** Departures that are remembered to tell what was under way when an answer was given. */
const REMEMBERED = 64;

/** When requests left lately, and how many rights had been taken until then. */
export class Departures {
  readonly #known: { readonly at: number; readonly taken: number }[] = [];

  note(at: number, taken: number): void {
    this.#known.push({ at, taken });
    if (this.#known.length > REMEMBERED) this.#known.shift();
  }

  /** Rights taken when a request left that was sent then; `undefined` where that is not known any more. */
  takenAt(sentAt: number | undefined): number | undefined {
    if (sentAt === undefined) return undefined;
    const last = this.#known.findLast(({ at }) => at <= sentAt);
    return this.#known.find(({ at }) => at === last?.at)?.taken;
  }
}

import { inspect } from 'node:util';

/** SECURITY: a text that printing, logging and serialising never show (promise: the key is never in a message). */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the one place that needs it. */
  reveal(): string {
    return this.#text;
  }

  get lastFour(): string {
    return this.#text.slice(-4);
  }

  toString(): string {
    return `…${this.lastFour}`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return `Secret(${this.toString()})`;
  }
}

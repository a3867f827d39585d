import { between, type Random } from './random.ts';

/**
 * E-mail addresses no two of which are equal: plain ASCII, and at domains that nobody can own (RFC 2606), so
 * that no stray e-mail can reach anyone.
 */
export class UniqueEmails {
  readonly #random: Random;
  readonly #taken = new Set<string>();
  /** The same few hundred names come again and again, and normalizing them is slow. */
  readonly #asciiByText = new Map<string, string>();

  constructor(random: Random) {
    this.#random = random;
  }

  next(first: string, last: string, company: string): string {
    const name = [this.#ascii(first), this.#ascii(last)].filter((part) => part !== '').join('.');
    const local = name === '' ? `contact${between(this.#random, 100, 999)}` : name;
    const domain = `${this.#ascii(company).slice(0, 24) || 'company'}.example`;
    let email = `${local}@${domain}`;
    for (let next = 2; this.#taken.has(email); next += between(this.#random, 1, 9)) {
      email = `${local}${next}@${domain}`;
    }
    this.#taken.add(email);
    return email;
  }

  /** "Jörg Müller" → "jorgmuller"; nothing is left of Japanese names. */
  #ascii(text: string): string {
    const known = this.#asciiByText.get(text);
    if (known !== undefined) return known;
    const ascii = text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    this.#asciiByText.set(text, ascii);
    return ascii;
  }
}

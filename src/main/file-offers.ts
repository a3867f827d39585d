import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { FileOffer } from '../contract/file-schemas.ts';

/**
 * A file that somebody wants opened from outside the window: by an argument, a double click, another start of the app
 * or the menu. The window says whether it can be now. Of several the last one counts: there is one sheet at a time.
 *
 * SECURITY: the window gets a name and a number for it; the path stays here.
 */
export class FileOffers {
  readonly #onOffer: (offer: FileOffer) => void;
  #newest: { readonly offer: FileOffer; readonly path: string } | undefined;

  /** @param onOffer tells the window, where there is one that listens already */
  constructor(onOffer: (offer: FileOffer) => void) {
    this.#onOffer = onOffer;
  }

  add(path: string): void {
    const offer = { offerId: randomUUID(), fileName: basename(path) };
    this.#newest = { offer, path };
    this.#onOffer(offer);
  }

  /** What nobody has answered yet: a window that has just loaded asks for it. */
  get waiting(): FileOffer | null {
    return this.#newest?.offer ?? null;
  }

  /** Answered, in whatever way. @returns its path; `undefined` where it was answered before or replaced since */
  take(offerId: string): string | undefined {
    if (this.#newest?.offer.offerId !== offerId) return undefined;
    const { path } = this.#newest;
    this.#newest = undefined;
    return path;
  }
}

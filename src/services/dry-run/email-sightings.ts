import type { EmailFinding } from '../../core/email-finding.ts';
import type { Snapshot } from '../../core/snapshot.ts';

/** So many e-mails are looked up one by one; more would cost as much as the run itself. */
export const MOST_LOOK_UPS = 500;

/** Who was seen to have the e-mails that rows would set, while their customers were read: each is a request saved. */
export class EmailSightings {
  readonly #wanted: ReadonlySet<string>;
  readonly #knownFree: number;
  readonly #findings = new Map<string, EmailFinding>();
  readonly #emailsById = new Map<string, string>();
  /** Who was listed, while that matters: for a few e-mails a listing is never the proof. */
  #listedIds: Set<string> | undefined;
  #listedOf = 0;
  /** The key may not list, and a look-up is a listing. */
  isListingDenied = false;

  /** @param knownFree how many of them were found to be nobody's a short while ago */
  constructor(wanted: ReadonlySet<string>, knownFree = 0) {
    this.#wanted = wanted;
    this.#knownFree = knownFree;
  }

  get findings(): ReadonlyMap<string, EmailFinding> {
    return this.#findings;
  }

  /** Look-ups that may still have to be made. */
  get lookUpsLeft(): number {
    return this.isListingDenied ? 0 : Math.min(MOST_LOOK_UPS, this.#unseen);
  }

  see({ customer: { id, email, name } }: Snapshot): void {
    if (this.#wanted.size === 0) return;
    const before = this.#emailsById.get(id);
    if (before !== undefined && before !== email) {
      this.#emailsById.delete(id);
      // Unless somebody else was seen to have it by now.
      const finding = this.#findings.get(before);
      if (finding?.kind === 'held' && finding.holder.customerId === id) this.#findings.delete(before);
    }
    if (typeof email !== 'string' || !this.#wanted.has(email)) return;
    this.#emailsById.set(id, email);
    this.#findings.set(email, { kind: 'held', holder: { customerId: id, name: name ?? '' } });
  }

  beginListing(totalCount: number): void {
    this.#listedOf = totalCount;
    this.#listedIds = this.#wanted.size > MOST_LOOK_UPS ? new Set() : undefined;
  }

  seePage(snapshots: readonly Snapshot[], totalCount: number): void {
    // Somebody came or went meanwhile: the numbers prove nothing any more.
    if (totalCount !== this.#listedOf) this.#listedIds = undefined;
    for (const snapshot of snapshots) {
      this.#listedIds?.add(snapshot.customer.id);
      this.see(snapshot);
    }
  }

  /** Listing on to the end may answer more e-mails than it costs requests. */
  isWorthListingOn(pagesLeft: number): boolean {
    return this.#listedIds !== undefined && this.#unseen > Math.max(MOST_LOOK_UPS, pagesLeft);
  }

  /**
   * A listing showed as many different customers as there are: an e-mail that was not in it is nobody's. Its order
   * is not stable, so that one which merely came to its end may have left some out.
   */
  get isEverybodySeen(): boolean {
    return this.#listedIds !== undefined && this.#listedIds.size === this.#listedOf;
  }

  get #unseen(): number {
    return Math.max(0, this.#wanted.size - this.#knownFree - this.#findings.size);
  }
}

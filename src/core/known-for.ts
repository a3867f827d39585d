/**
 * Milliseconds for which a dry run may go by what the one before has read. It shows what would change; applying reads
 * each customer again in any case.
 */
export const KNOWN_FOR_MS = 10 * 60_000;

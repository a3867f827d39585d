/** Whether a plan is the one that was approved, as far as its hash, or the beginning of it, was copied off paper. */
export type Approval = 'same' | 'other' | 'unreadable';

/** Spaces, hyphens, capitals, and the word before it on paper do not matter; fewer than eight characters do not do. */
export function compareApproval(hash: string, copied: string): Approval {
  const typed = copied
    .toLowerCase()
    .replace(/^\s*plan\b/, '')
    .replace(/[\s\-…]/g, '');
  if (!HASH_OR_BEGINNING.test(typed)) return 'unreadable';
  return hash.startsWith(typed) ? 'same' : 'other';
}

const HASH_OR_BEGINNING = /^[0-9a-f]{8,64}$/;

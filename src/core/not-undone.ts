import type { EmailBlock } from './email-block.ts';
import type { Field } from './fields.ts';
import type { JsonValue } from './json.ts';

/** A field that a run changed, or may have, and that an undo leaves alone. */
export type NotUndone =
  /** Somebody changed it after the run: the later change wins. */
  | {
      readonly why: 'changed_since';
      readonly field: Field;
      readonly left: JsonValue;
      readonly now: JsonValue;
    }
  /** It has the run's value now, but Atlas never showed that the run put it there. */
  | { readonly why: 'not_seen'; readonly field: Field; readonly now: JsonValue }
  /** Atlas does not take the old value: an e-mail can't be emptied. */
  | { readonly why: 'not_sendable'; readonly field: Field; readonly before: JsonValue }
  /** The run wrote without reading. */
  | { readonly why: 'before_unknown'; readonly field: Field }
  | { readonly why: 'email_blocked'; readonly field: 'email'; readonly reason: EmailBlock };

import type { EmailBlock } from './email-block.ts';
import type { AddressName, Field, MetadataField } from './fields.ts';
import type { JsonValue } from './json.ts';
import type { NotUndone } from './not-undone.ts';
import type { ReplacedObject } from './snapshot.ts';

/** Why a row can't be planned safely. */
export type BlockReason =
  /** Several rows reach the same customer; judged on Atlas' own ids. */
  | { readonly code: 'same_customer'; readonly lines: readonly number[] }
  /** A check column disagrees with what the customer has. */
  | {
      readonly code: 'check_failed';
      readonly field: Field;
      readonly expected: string;
      readonly found: JsonValue;
    }
  /** The key holds an object or array; a cell can't say what should become of it. */
  | { readonly code: 'nested_metadata'; readonly field: MetadataField }
  /** The key holds a number or boolean and the cell's text is none. */
  | {
      readonly code: 'other_type';
      readonly field: MetadataField;
      readonly type: 'number' | 'boolean';
      readonly text: string;
    }
  | EmailBlock
  /** The object would be written back with a number changed. */
  | { readonly code: 'number_would_change'; readonly object: ReplacedObject }
  /** The current value is not the object it should be. */
  | { readonly code: 'unexpected_value'; readonly object: ReplacedObject }
  /** The merged body breaks a rule of the API. */
  | { readonly code: 'body_refused'; readonly field: string; readonly why: string }
  /** Reading is denied, and an address that is not given whole would lose its other parts. */
  | { readonly code: 'address_incomplete'; readonly address: AddressName; readonly missing: readonly Field[] }
  /** Reading is denied, and metadata is replaced whole. */
  | { readonly code: 'metadata_unreadable' }
  /** Reading is denied, and an e-mail can't be looked up. */
  | { readonly code: 'email_key_unreadable' }
  /** Reading is denied, and a check column can't be compared. */
  | { readonly code: 'check_unreadable' }
  /** Of undo: nothing that the run did to this customer can be taken back. */
  | { readonly code: 'cant_undo'; readonly fields: readonly NotUndone[] }
  /** Of undo: this key can't read customers, and nobody could see whose change is taken back. */
  | { readonly code: 'undo_unreadable' };

import { describe, expect, it } from 'vitest';
import type { BlockReason } from '../../src/core/block-reason.ts';
import { ADDRESS_NAMES, KNOWN_FIELDS } from '../../src/core/fields.ts';
import type { FailReason, NotAttemptedReason, Outcome, UnknownReason } from '../../src/core/outcome.ts';
import { ALL_STATES, ROW_STATES } from '../../src/core/row-state.ts';
import { fieldLabel } from '../../src/core/words/fields.ts';
import { outcomeText } from '../../src/core/words/outcomes.ts';
import { blockText } from '../../src/core/words/plan.ts';
import { STATE_LABELS } from '../../src/core/words/states.ts';
import { count, quoted } from '../../src/core/words/text.ts';
import { quotedValue, valueText } from '../../src/core/words/values.ts';

const failed: readonly FailReason[] = ['tries_spent', 'customer_gone', 'not_readable_before'];
const unknown: readonly UnknownReason[] = ['tries_spent', 'could_not_read', 'other_values_found', 'aborted'];
const notAttempted: readonly NotAttemptedReason[] = ['stopped', 'key_rejected', 'depends_on_other_row'];
const refusal = { kind: 'refused', status: 422 } as const;

const outcomes: readonly Outcome[] = [
  { state: 'applied', seen: [] },
  { state: 'partly_applied', seen: [], missing: ['default_payment_method'] },
  { state: 'not_applied', seen: [], missing: ['metadata.plan'] },
  { state: 'already_so' },
  { state: 'conflict', fields: [] },
  { state: 'conflict', fields: [{ field: 'phone', planned: null, now: '1', wanted: '2' }] },
  { state: 'rejected', refusal },
  { state: 'rejected', refusal: { ...refusal, error: { code: 'odd', message: 'Odd value.' } } },
  { state: 'rejected', refusal: { ...refusal, status: 404 } },
  ...failed.map((reason): Outcome => ({ state: 'failed', reason })),
  ...unknown.map((reason): Outcome => ({ state: 'unknown', reason, seen: [] })),
  ...notAttempted.map((reason): Outcome => ({ state: 'not_attempted', reason })),
];

const blocks: readonly BlockReason[] = [
  { code: 'same_customer', lines: [2, 3] },
  { code: 'check_failed', field: 'name', expected: 'Anna', found: null },
  { code: 'nested_metadata', field: 'metadata.tags' },
  { code: 'other_type', field: 'metadata.seats', type: 'number', text: 'x' },
  { code: 'number_would_change', object: 'metadata' },
  { code: 'unexpected_value', object: 'billing_address' },
  { code: 'body_refused', field: 'email', why: 'it is empty' },
  { code: 'address_incomplete', address: 'billing_address', missing: ['billing_address.city'] },
];

const sentences = [...outcomes.map(outcomeText), ...blocks.map(blockText)];

describe('what people read', () => {
  it.each(sentences)('is a sentence: %s', (sentence) => {
    expect(sentence).toMatch(/^[A-Z“].*[.)]$/);
    expect(sentence).not.toMatch(/undefined|\[object|_|HTTP/);
  });

  it('says before anything else that the customer is not there', () => {
    expect(outcomeText({ state: 'rejected', refusal: { ...refusal, status: 404 } })).toBe(
      'Customer not found; nothing was written.',
    );
  });

  it('says that nothing was written wherever that is so', () => {
    for (const reason of failed)
      expect(outcomeText({ state: 'failed', reason })).toContain('nothing was written');
    for (const reason of unknown) {
      expect(outcomeText({ state: 'unknown', reason, seen: [] })).not.toContain('nothing was written');
    }
  });

  it('calls each field by a name of its own', () => {
    const labels = KNOWN_FIELDS.map(fieldLabel);
    expect(new Set(labels).size).toBe(KNOWN_FIELDS.length);
    for (const label of [...labels, ...ADDRESS_NAMES.map(fieldLabel)]) expect(label).not.toMatch(/[_.]/);
    expect(fieldLabel('metadata.cost_center')).toBe('metadata cost_center');
  });

  it('calls each state by a name of its own, and knows its stage', () => {
    expect(new Set(Object.values(STATE_LABELS)).size).toBe(ALL_STATES.length);
    expect(Object.keys(ROW_STATES)).toStrictEqual(Object.keys(STATE_LABELS));
  });
});

describe('values in words', () => {
  it('are shown as they are', () => {
    expect([undefined, null, '', 'a', 5, false, { a: 1 }].map(valueText)).toStrictEqual([
      '',
      '',
      '',
      'a',
      '5',
      'false',
      '{"a":1}',
    ]);
    expect([null, 0].map(quotedValue)).toStrictEqual(['empty', '“0”']);
    expect(quoted('x'.repeat(100))).toHaveLength(63);
    expect([count(1, 'row'), count(1350, 'row'), count(0, 'row')]).toStrictEqual([
      '1 row',
      '1,350 rows',
      '0 rows',
    ]);
  });
});

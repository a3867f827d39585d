import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../src/core/snapshot.ts';
import { EmailSightings } from '../../../src/services/dry-run/email-sightings.ts';
import { customer, idOf } from '../support/customers.ts';

const seen = (number: number, email: string) => snapshotOf(customer(number, { email }), [], 0);
const heldBy = (number: number) => ({
  kind: 'held',
  holder: { customerId: idOf(number), name: `Fictional Company ${number}` },
});

describe('an e-mail seen while customers are read', () => {
  it('is nobody’s known one any more once its customer was seen with another', () => {
    const sightings = new EmailSightings(new Set(['a', 'b']));
    sightings.see(seen(1, 'a'));
    expect(sightings.lookUpsLeft).toBe(1);
    sightings.see(seen(1, 'c'));
    expect(sightings.findings).toStrictEqual(new Map());
    expect(sightings.lookUpsLeft).toBe(2);
  });

  it('is that of whoever was seen with it last', () => {
    const sightings = new EmailSightings(new Set(['a', 'b']));
    sightings.see(seen(1, 'a'));
    sightings.see(seen(2, 'a'));
    sightings.see(seen(1, 'b'));
    expect(sightings.findings).toStrictEqual(
      new Map([
        ['a', heldBy(2)],
        ['b', heldBy(1)],
      ]),
    );
  });

  it('is noted only where a row would set it', () => {
    const sightings = new EmailSightings(new Set(['a']));
    sightings.see(seen(1, 'z'));
    expect(sightings.findings.size).toBe(0);
  });
});

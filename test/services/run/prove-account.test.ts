import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/core/atlas.ts';
import type { Plan } from '../../../src/core/plan.ts';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import type { PracticeServer } from '../../../src/practice/server.ts';
import { connectionInfo } from '../../../src/services/connection.ts';
import { keyFingerprintOf } from '../../../src/services/key-fingerprint.ts';
import { proveAccount } from '../../../src/services/run/prove-account.ts';
import { connect, LIVE_KEY } from '../support/connect.ts';
import { customer, customers, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, readsFrom } from '../support/practice.ts';
import { planOf } from '../support/running.ts';

const OLD = 'sk_test_old';
const NEW = 'sk_test_new';

async function planned(count: number, ofCustomers: readonly Customer[] = customers(20)) {
  const practice = await practiceWith({ customers: ofCustomers, keys: [OLD, NEW, LIVE_KEY] });
  const old = connect(practice, { key: OLD });
  const rows = Array.from({ length: count }, (_, index) => [idOf(index + 1), '+1']);
  const plan = await planOf([['id', 'phone'], ...rows], old);
  return { practice, plan, keyFingerprint: keyFingerprintOf(old.connection) };
}

async function proveWith(
  { plan, keyFingerprint }: { readonly plan: Plan; readonly keyFingerprint: string },
  server: Pick<PracticeServer, 'baseUrl'>,
  key: string,
) {
  const { connection, client, clock } = connect(server, { key });
  const result = await proveAccount({
    plan,
    keyFingerprint,
    now: { connection: connectionInfo(connection), keyFingerprint: keyFingerprintOf(connection), client },
    patience: { clock, random: () => 0.5, tries: 3 },
  });
  return result.ok ? 'proven' : result.error.code;
}

describe('a run is gone on with', () => {
  it('by the same key, without asking', async () => {
    const run = await planned(9);
    const before = run.practice.requests().length;
    expect(await proveWith(run, run.practice, OLD)).toBe('proven');
    expect(run.practice.requests()).toHaveLength(before);
  });

  it.each([
    [9, 3],
    [2, 2],
    [1, 1],
  ])('by another key of the account: of %i customers %i are looked at', async (count, asked) => {
    const run = await planned(count);
    const before = readsFrom(run.practice).length;
    expect(await proveWith(run, run.practice, NEW)).toBe('proven');
    expect(readsFrom(run.practice)).toHaveLength(before + asked);
  });

  it('although some customers are gone since', async () => {
    const run = await planned(9);
    const later = await practiceWith({
      customers: run.practice.customers().filter(({ id }) => id !== idOf(1) && id !== idOf(9)),
      keys: [NEW],
      port: 0,
    });
    const moved = { ...run.plan, connection: { ...run.plan.connection, baseUrl: later.baseUrl } };
    expect(await proveWith({ ...run, plan: moved }, later, NEW)).toBe('proven');
  });
});

describe('a run is not gone on with', () => {
  it('against another address, or with a key of the other mode', async () => {
    const run = await planned(3);
    const elsewhere = await practiceWith({ customers: customers(20), keys: [OLD] });
    expect(await proveWith(run, elsewhere, OLD)).toBe('other_address');
    expect(elsewhere.requests()).toStrictEqual([]);
    expect(await proveWith(run, run.practice, LIVE_KEY)).toBe('other_mode');
  });

  it.each([
    ['that knows none of its customers', [customer(99)]],
    [
      'that has a customer of the same id, created at another time',
      [...customers(3).slice(0, 2), { ...customer(3), created: 5 }],
    ],
  ])('with a key of an account %s', async (_what, theirs) => {
    const run = await planned(3);
    const other = await practiceWith({ customers: theirs, keys: [NEW] });
    const moved = { ...run.plan, connection: { ...run.plan.connection, baseUrl: other.baseUrl } };
    expect(await proveWith({ ...run, plan: moved }, other, NEW)).toBe('other_account');
  });

  it('with another key where the plan holds no customer to know the account by', async () => {
    const practice = await practiceWith({
      customers: customers(3),
      keys: [OLD, NEW],
      reading: { list: 403, byId: 403 },
    });
    const old = connect(practice, { key: OLD });
    const plan = await planOf(
      [
        ['id', 'phone'],
        [idOf(1), '+1'],
      ],
      old,
    );
    const run = { plan, keyFingerprint: keyFingerprintOf(old.connection) };
    expect(await proveWith(run, practice, OLD)).toBe('proven');
    expect(await proveWith(run, practice, NEW)).toBe('not_provable');
  });

  it('where the account can’t be asked', async () => {
    const run = await planned(3);
    run.practice.scriptFaults([{ name: 'down', when: { kind: 'always' }, effect: recipes.badGateway }]);
    expect(await proveWith(run, run.practice, NEW)).toBe('could_not_prove');
    expectFaultsMet(run.practice);
  });
});

it('a key’s fingerprint tells keys apart, and holds nothing of them', () => {
  const fingerprints = [OLD, NEW].map((key) =>
    keyFingerprintOf(connect({ baseUrl: 'http://127.0.0.1:1' }, { key }).connection),
  );
  expect(new Set(fingerprints).size).toBe(2);
  for (const fingerprint of fingerprints) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

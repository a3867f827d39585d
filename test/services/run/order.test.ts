import { Agent, type Dispatcher } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import * as recipes from '../../../src/practice/fault-recipes.ts';
import { connect } from '../support/connect.ts';
import { customers, emailOf, idOf } from '../support/customers.ts';
import { expectFaultsMet, practiceWith, writesTo } from '../support/practice.ts';
import { apply, planOf, start } from '../support/running.ts';

const emails = (...moves: readonly (readonly [number, string])[]) => [
  ['id', 'email'],
  ...moves.map(([number, email]) => [idOf(number), email]),
];

it('e-mails that move along a chain are written from its free end', async () => {
  for (const concurrency of [1, 4]) {
    const practice = await practiceWith({ customers: customers(9), latencyMs: 5 });
    const { outcomes } = await apply(
      practice,
      emails([1, emailOf(2)], [2, emailOf(3)], [3, emailOf(4)], [4, 'new@fictional.example']),
      { settings: { concurrency } },
    );
    expect(outcomes.map(({ state }) => state)).toStrictEqual(Array<string>(4).fill('applied'));
    expect(writesTo(practice).map(({ path }) => path)).toStrictEqual(
      [4, 3, 2, 1].map((number) => `/customers/${idOf(number)}`),
    );
    expect(practice.customer(idOf(1))?.email).toBe(emailOf(2));
  }
});

it('what waited for a row that failed is not attempted, all along the chain', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const { outcomes } = await apply(
    practice,
    emails([1, emailOf(2)], [2, emailOf(3)], [3, 'taken@fictional.example'], [4, 'new@fictional.example']),
    { between: () => practice.writeDirectly(idOf(9), { email: 'taken@fictional.example' }) },
  );
  expect(outcomes).toMatchObject([
    { state: 'not_attempted', reason: 'depends_on_other_row' },
    { state: 'not_attempted', reason: 'depends_on_other_row' },
    { state: 'rejected' },
    { state: 'applied' },
  ]);
  expect(writesTo(practice)).toHaveLength(2);
});

it('customers that swap their e-mails are blocked, with the other line named', async () => {
  const practice = await practiceWith({ customers: customers(9) });
  const swap = await planOf(emails([1, emailOf(2)], [2, emailOf(1)], [3, 'c@d']), connect(practice));
  expect(swap.rows).toMatchObject([
    { action: 'blocked', reason: { code: 'email_swap', lines: [3] } },
    { action: 'blocked', reason: { code: 'email_swap', lines: [2] } },
    { action: 'update' },
  ]);
});

/** Counts requests on the wire, by path. */
function watched(): { readonly dispatcher: Dispatcher; readonly most: () => number } {
  const inFlight = new Map<string, number>();
  let most = 0;
  const agent = new Agent();
  onTestFinished(() => agent.destroy());
  const dispatcher = agent.compose((dispatch) => (options, handler) => {
    const path = options.path.toLowerCase();
    const count = (inFlight.get(path) ?? 0) + 1;
    inFlight.set(path, count);
    most = Math.max(most, count);
    const leave = () => inFlight.set(path, (inFlight.get(path) ?? 0) - 1);
    return dispatch(options, {
      onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => {
        leave();
        handler.onResponseEnd?.(...given);
      },
      onResponseError: (...given) => {
        leave();
        handler.onResponseError?.(...given);
      },
    });
  });
  return { dispatcher, most: () => most };
}

it('a customer never has two requests in flight, whatever goes wrong', async () => {
  const count = 40;
  const practice = await practiceWith({ customers: customers(count), latencyMs: 2 });
  const { dispatcher, most } = watched();
  const connected = connect(practice, { dispatcher });
  const rows = [
    ['id', 'phone'],
    ...Array.from({ length: count }, (_, index) => [idOf(index + 1), '+16175550199']),
  ];
  const chance = { kind: 'chance', probability: 0.1, seed: 7 } as const;
  const { outcomes } = await apply(practice, rows, {
    connected,
    settings: { concurrency: 8 },
    between: () =>
      practice.scriptFaults([
        { name: 'reset', when: chance, effect: { kind: 'reset_after_commit' } },
        { name: 'error', when: chance, effect: recipes.serverError },
        { name: 'cut', when: chance, effect: { kind: 'truncated_body' } },
      ]),
  });
  expect(most()).toBe(1);
  expect(new Set(outcomes.map(({ state }) => state))).toStrictEqual(new Set(['applied']));
  expectFaultsMet(practice);
});

it('nor does it when, against all rules, a plan has two rows for it', async () => {
  const practice = await practiceWith({ customers: customers(3), latencyMs: 10 });
  const { dispatcher, most } = watched();
  const connected = connect(practice, { dispatcher });
  const made = await planOf(
    [
      ['id', 'phone'],
      [idOf(1), '+16175550199'],
      [idOf(2), '+16175550198'],
    ],
    connected,
  );
  const rows = made.rows.map((row) =>
    row.action === 'update' && row.row === 1 && row.snapshot
      ? {
          ...row,
          customerId: idOf(1).toUpperCase(),
          snapshot: { ...row.snapshot, customer: { ...row.snapshot.customer, id: idOf(1) } },
        }
      : row,
  );
  await start({ ...made, rows }, connected).done;
  expect(most()).toBe(1);
  const [first, second] = writesTo(practice).map(({ body }) => body);
  // What the first one wrote is a change since the dry run for the second.
  expect([first, second]).toStrictEqual([{ phone: '+16175550199' }, undefined]);
});

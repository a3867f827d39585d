import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/core/atlas.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { updatesOf } from '../../../src/core/plan.ts';
import { planRows, type Resolution } from '../../../src/core/plan-rows.ts';
import { reportRows } from '../../../src/core/report.ts';
import { printedReport } from '../../../src/core/report-html/printed-report.ts';
import type { ReportSource } from '../../../src/core/report-source.ts';
import { RunReducer, type RunState } from '../../../src/core/run.ts';
import { summaryText } from '../../../src/core/summary-text.ts';
import { warningKinds } from '../../../src/core/warning-kinds.ts';
import { ANNA, snapshot, validated } from '../making.ts';
import { STARTED } from '../run-making.ts';
import { faultsOf, textOf } from './html-tree.ts';

const HASH = '1a2b3c4d'.repeat(8);
const HOSTILE = `<img src=x onerror=alert(1)></td></table><script>alert("x")</script>&amp;'`;
const idOf = (row: number): string => `6437f749-0c1e-4b5a-9a52-3f1d2c4b5a0${row}`;

const ROLES = ['key:id', 'write:name', 'write:billing_address.country', 'write:phone', 'write:email'];
const ROWS = [
  [idOf(0), HOSTILE, 'FR', '[clear]', ''],
  [idOf(1), '', '', '', 'new@fictional.example'],
  [idOf(2), 'Gone', '', '', ''],
  ['', HOSTILE, '', '', ''],
];
const CUSTOMERS: readonly Customer[] = [
  { ...ANNA, id: idOf(0), name: HOSTILE },
  { ...ANNA, id: idOf(1), email: '' },
];

function planned(connectionName = 'Finance'): Plan {
  const sheet = validated(ROLES, ROWS);
  const resolutions = new Map<number, Resolution>(
    CUSTOMERS.map((customer, row) => [row, { kind: 'found', snapshot: snapshot(customer) }]),
  );
  resolutions.set(2, { kind: 'not_found' });
  return {
    version: 1,
    id: 'p',
    hash: HASH,
    createdAt: '2026-11-24T10:31:07.000Z',
    fileName: `${HOSTILE}.csv`,
    connection: {
      name: connectionName,
      baseUrl: 'https://atlas.example/v1',
      mode: 'LIVE',
      keyLastFour: '7f36',
    },
    options: { copyBillingToShipping: false },
    rows: planRows(sheet, resolutions),
  };
}

function sourceOf(plan: Plan, run?: RunState): ReportSource {
  const warnings = warningKinds(updatesOf(plan));
  return { plan, run, rows: reportRows(plan, run), warnings, timeZone: 'Europe/Berlin' };
}

function ranOf(plan: Plan): RunState {
  const reducer = new RunReducer(plan);
  reducer.apply({ ...STARTED, at: '2026-11-24T10:40:00.000Z', runId: 'run-1', reason: HOSTILE });
  const [first] = updatesOf(plan);
  if (!first) throw new Error('nothing to write');
  const { row, customerId, body, changes } = first;
  reducer.apply({
    kind: 'intent',
    at: '2026-11-24T10:40:01.000Z',
    row,
    attempt: 1,
    customerId,
    body,
    changes,
  });
  const answer = { kind: 'ok', status: 200, requestId: 'req_7' } as const;
  reducer.apply({ kind: 'answered', at: '2026-11-24T10:40:02.000Z', row, attempt: 1, answer });
  const seen = changes.map(({ field, after }) => ({ field, value: after }));
  reducer.apply({ kind: 'ended', at: '2026-11-24T10:40:02.000Z', row, outcome: { state: 'applied', seen } });
  reducer.apply({
    kind: 'ended',
    at: '2026-11-24T10:40:03.000Z',
    row: 1,
    outcome: { state: 'not_attempted', reason: 'stopped' },
  });
  reducer.apply({ kind: 'run_ended', at: '2026-11-24T10:40:03.000Z', end: 'stopped' });
  return reducer.state;
}

const plan = planned();
const approval = printedReport(sourceOf(plan));
const outcome = printedReport(sourceOf(plan, ranOf(plan)));

describe('a printed report', () => {
  it('is sound HTML that runs and loads nothing, whatever the sheet and the customers hold', () => {
    for (const page of [approval, outcome, printedReport(sourceOf(planned(HOSTILE)))]) {
      expect(faultsOf(page)).toStrictEqual([]);
      expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;`);
      expect(page).not.toMatch(/<(script|img|iframe|link|svg|object|form|base)\b|url\(|@import/i);
      expect(textOf(page)).toContain('<img src=x onerror=alert(1)>');
    }
  });

  it('repeats the heads of its lists on every page and tears no customer over two', () => {
    expect(approval).toMatch(/thead\{display:table-header-group\}/);
    expect(approval).toMatch(/\.rows tbody\{break-inside:avoid/);
    const lists = approval.split('<table class="rows">').slice(1);
    expect(lists).toHaveLength(2);
    for (const list of lists) expect(list).toMatch(/^<colgroup>.*<\/colgroup>\s*<thead>.*plan 1a2b3c4d/s);
  });
});

describe('a long list', () => {
  it('is whole, in tables that a browser can print, each with its head', () => {
    const rows = Array.from({ length: 450 }, (_, row) => [`id-${row}`, `New name ${row}`]);
    const sheet = validated(['key:id', 'write:name'], rows);
    const found = rows.map(
      ([id = ''], row) => [row, { kind: 'found', snapshot: snapshot({ ...ANNA, id }) }] as const,
    );
    const page = printedReport(
      sourceOf({ ...plan, rows: planRows(sheet, new Map<number, Resolution>(found)) }),
    );
    expect(faultsOf(page)).toStrictEqual([]);
    for (const [, name = ''] of rows) expect(page).toContain(`>${name}<`);
    expect(page.match(/<table class="rows">/g)).toHaveLength(3);
    expect(page.match(/<tr class="about">/g)).toHaveLength(3);
    expect(page).toContain('450 rows, all of them listed.');
  });
});

describe('a dry run for approval', () => {
  const text = textOf(approval);

  it('says of what plan it is: whole hash, connection, mode, time where the person is', () => {
    expect(text).toContain(`1a2b3c4d ${HASH.slice(8)}`);
    expect(text).toContain('Finance · https://atlas.example/v1');
    expect(text).toContain('LIVE key ending in …7f36');
    expect(text).toContain('November 24, 2026 at 11:31:07 AM GMT+1');
    expect(text).toContain('4 rows; 2 customers would be changed');
  });

  it('shows what deserves a second look', () => {
    expect(text).toContain('1 value is cleared.');
    expect(text).toContain('The country of the billing address changes for 1 customer: US → FR (1).');
    expect(text).toContain('The e-mail of 1 customer changes.');
    expect(text).toContain(
      '1 change of the e-mail can’t be undone later: Atlas would not take back what is there now.',
    );
  });

  it('lists every change before and after, and every row that is left behind with the reason', () => {
    expect(text).toContain(`phone ${ANNA.phone} cleared`);
    expect(text).toContain('billing country US FR');
    expect(text).toContain('e-mail empty new@fictional.example');
    expect(text).toContain(`✕ not found ${idOf(2)} Customer not found: there is no id “${idOf(2)}”.`);
    expect(text).toContain('✕ error The customer id is missing.');
    expect(text).toContain('All rows 4');
  });

  it('has room for two signatures, before the lists', () => {
    expect(text.indexOf('Approved by')).toBeGreaterThan(0);
    expect(text.indexOf('Approved by')).toBeLessThan(text.indexOf('Every change'));
  });
});

describe('the report of a run', () => {
  const text = textOf(outcome);

  it('says who ran it, when, why and how it ended', () => {
    expect(text).toContain('robin on desk');
    expect(text).toContain('run-1');
    expect(text).toContain('Each customer was read again just before it was written.');
    expect(text).toContain('Stopped: rows under way were finished, the rest was not attempted.');
  });

  it('shows how each row ended, those to look at first, with before, sent and seen', () => {
    expect(text.indexOf('The run was stopped before this row.')).toBeLessThan(
      text.indexOf('✓ applied <img', 0),
    );
    expect(text).toContain('1 attempt · code 200 · request req_7');
    expect(text).toContain(`phone ${ANNA.phone} cleared empty`);
    expect(text).toContain('billing country US FR FR');
    expect(text).toContain('e-mail empty new@fictional.example not seen');
  });
});

describe('the summary', () => {
  it('has the totals and the hash as text for a mail', () => {
    const text = summaryText(sourceOf(plan));
    expect(text).toContain('Dry run for approval');
    expect(text).toContain(`Plan: ${HASH}`);
    expect(text).toContain('What becomes of the rows: error 1, update 2, not found 1');
    expect(text).toContain('  phone: 1 (1 cleared)');
    expect(summaryText(sourceOf(plan, ranOf(plan)))).toContain('applied 1, not attempted 1');
  });
});

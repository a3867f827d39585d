import type { Change } from '../core/change.ts';
import { type Diagnostic, isError } from '../core/diagnostic.ts';
import type { Field } from '../core/fields.ts';
import { countActions, type Plan, type PlannedUpdate, updatesOf } from '../core/plan.ts';
import type { ValidatedSheet } from '../core/validate.ts';
import { planWarningText, warningKindText } from '../core/words/plan.ts';
import type { MethodOutput } from './methods.ts';

type Summary = MethodOutput<'plan.make'>;

/** What is shown of a whole plan, and what is asked before it is applied. */
export function planSummary(plan: Plan, validated: ValidatedSheet): Summary {
  const updates = updatesOf(plan);
  const counts = Object.entries(countActions(plan.rows)).filter(([, total]) => total > 0);
  return {
    planId: plan.id,
    hash: plan.hash,
    createdAt: plan.createdAt,
    revision: validated.edited.revision,
    counts: Object.fromEntries(counts) as Summary['counts'],
    customers: updates.length,
    fields: fieldsOf(updates),
    warnings: warningsOf(updates, validated),
    samples: samplesOf(updates),
    canRead: updates.every(({ snapshot }) => snapshot !== null),
  };
}

const isClear = ({ before, after }: Change): boolean =>
  (after === null || after === '') && before !== null && before !== '';

function fieldsOf(updates: readonly PlannedUpdate[]): Summary['fields'] {
  const totals = new Map<Field, { changes: number; clears: number }>();
  for (const change of updates.flatMap(({ changes }) => changes)) {
    const total = totals.get(change.field) ?? { changes: 0, clears: 0 };
    total.changes++;
    if (isClear(change)) total.clears++;
    totals.set(change.field, total);
  }
  return [...totals].map(([field, total]) => ({ field, ...total })).sort((a, b) => b.changes - a.changes);
}

interface Kind {
  readonly message: string;
  readonly line: number;
  isSame: boolean;
  rows: number;
}

/** Kinds of warning about rows that will be written, by their code: the sheet's own and those of the dry run. */
function warningsOf(updates: readonly PlannedUpdate[], validated: ValidatedSheet): Summary['warnings'] {
  const kinds = new Map<string, Kind>();
  for (const { row, line, warnings } of updates) {
    const found = [
      ...validated.read(row).diagnostics.filter((diagnostic: Diagnostic) => !isError(diagnostic)),
      ...warnings.map((warning) => ({ code: warning.code, message: planWarningText(warning) })),
    ];
    const seen = new Set<string>();
    for (const { code, message } of found) {
      const kind = kinds.get(code) ?? { message, line, isSame: true, rows: 0 };
      kind.isSame &&= kind.message === message;
      // A row with several of a kind is one row.
      if (!seen.has(code)) kind.rows++;
      seen.add(code);
      kinds.set(code, kind);
    }
  }
  return [...kinds.values()].map(({ message, line, isSame, rows }) => ({
    message: warningKindText(message, isSame ? undefined : line),
    rows,
  }));
}

/** Two customers as they are, one from the beginning and one from the middle: people know their customers. */
function samplesOf(updates: readonly PlannedUpdate[]): Summary['samples'] {
  const places = updates.length > 1 ? [0, Math.floor(updates.length / 2)] : [0];
  return places.flatMap((place) => {
    const update = updates[place];
    if (!update?.snapshot) return [];
    const { customer } = update.snapshot;
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return [{ customerId: update.customerId, name: text(customer.name), email: text(customer.email) }];
  });
}

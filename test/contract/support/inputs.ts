import type { CommandInput } from '../../../src/contract/commands.ts';
import type { CommandName } from '../../../src/contract/names.ts';
import type { RememberedMapping } from '../../../src/core/remembered-mapping.ts';

/** Ids of the right form that nobody has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
const sessionId = NOBODY;
const planId = NOBODY;

/** A mapping as it is remembered. */
export const ZIP_MAPPING: RememberedMapping = {
  columns: [
    { name: 'id', role: { kind: 'key', by: 'id' } },
    { name: 'Zip', role: { kind: 'write', field: 'billing_address.postal_code' } },
  ],
  answers: { blanks: {}, copyBillingToShipping: false, constants: [] },
};

/** An input of the right form for every command: a command without one does not compile. */
export const WELL_FORMED: { readonly [N in CommandName]: CommandInput<N> } = {
  'app.start': {},
  'session.choose_file': {},
  'session.import_text': { name: 'pasted', text: 'id,phone\nx,1' },
  'session.import_sample': {},
  'session.open': { sessionId },
  'session.operations': { sessionId, from: 0 },
  'session.close': { sessionId },
  'session.discard': { sessionId },
  'session.configure': { sessionId, options: { encoding: 'utf-8' } },
  'session.record': { sessionId, revision: 1, operation: { kind: 'exclude_rows', rows: [0] } },
  'mapping.recall': { headers: ['id', 'Zip'] },
  'mapping.remember': { mapping: ZIP_MAPPING },
  'columns.recall': { sessionId, headers: ['id', 'Zip'] },
  'columns.arrange': { sessionId, headers: ['id', 'Zip'], arrangement: { columns: [] }, isChosen: true },
  'connection.add': { name: 'Test', baseUrl: 'https://atlas.example/v1', key: 'sk_test_0123456789' },
  'connection.rename': { connectionId: NOBODY, name: 'Finance' },
  'connection.replace_key': { connectionId: NOBODY, key: 'sk_test_0123456789' },
  'connection.test': { connectionId: NOBODY },
  'connection.remove': { connectionId: NOBODY },
  'practice.start': {},
  'practice.reset': {},
  'settings.change': { work: { concurrency: 2 }, theme: 'dark', keepDays: 90 },
  'plan.make': { sessionId, revision: 0, connectionId: NOBODY },
  'plan.current': { sessionId },
  'plan.cancel': { sessionId },
  'plan.states': { planId },
  'plan.slice': { planId, rows: [0] },
  'plan.figure_rows': { planId, figure: 'cleared' },
  'plan.row': { planId, row: 0 },
  'plan.copy': { planId, row: 0, what: 'curl' },
  'plan.leave_out': { planId, rows: [0], isOut: true },
  'runs.unfinished': {},
  'run.start': { planId, customers: 1 },
  'run.go_on': { runId: 'none', connectionId: NOBODY },
  'run.pause': { runId: 'none' },
  'run.resume': { runId: 'none' },
  'run.stop': { runId: 'none' },
  'run.abort': { runId: 'none' },
  'history.list': { search: 'phones' },
  'history.rows': { kind: 'run', id: 'none', from: 0, most: 100, search: '', state: 'applied' },
  'history.undo': { runId: 'none' },
  'history.delete': { kind: 'run', id: 'none' },
  'history.report': { kind: 'run', id: 'none', report: 'csv' },
  'report.save': { planId, kind: 'csv' },
  'report.copy_summary': { planId },
  'report.show': {},
  'window.clipboard': { action: 'paste' },
  'window.text_step': { step: 'undo' },
  'window.layout': { inspectorIsOpen: true, inspectorWidth: 352 },
  'menu.enabled': { commands: ['file.import'] },
  'recent.list': {},
  'recent.open': { id: NOBODY },
  'recent.remove': { id: NOBODY },
  'recent.clear': {},
  'file.open_offered': { offerId: NOBODY },
  'file.decline_offered': { offerId: NOBODY },
};

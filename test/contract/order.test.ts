import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandInput } from '../../src/contract/commands.ts';
import { COMMAND_NAMES, type CommandName } from '../../src/contract/names.ts';
import { NOBODY, WELL_FORMED } from './support/inputs.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

/** What is said where nothing the command needs is there yet. `null`: it is always its turn. */
const BEFORE_ITS_TURN: { readonly [N in CommandName]: string | null } = {
  'app.start': null,
  'session.choose_file': null,
  'session.import_text': null,
  'session.import_sample': null,
  'session.open': 'session_unknown',
  'session.operations': 'session_unknown',
  'session.close': 'session_unknown',
  'session.discard': 'session_unknown',
  'session.configure': 'session_unknown',
  'mapping.recall': null,
  'mapping.remember': null,
  'columns.recall': null,
  'columns.arrange': null,
  'session.record': 'session_unknown',
  'connection.add': null,
  'connection.rename': 'connection_unknown',
  'connection.replace_key': 'connection_unknown',
  'connection.test': 'connection_unknown',
  'connection.remove': 'connection_unknown',
  'practice.start': null,
  'practice.reset': null,
  'settings.change': null,
  'plan.make': 'connection_unknown',
  'plan.current': 'session_unknown',
  'plan.cancel': 'session_unknown',
  'plan.states': 'plan_unknown',
  'plan.slice': 'plan_unknown',
  'plan.figure_rows': 'plan_unknown',
  'plan.row': 'plan_unknown',
  'plan.copy': 'plan_unknown',
  'plan.leave_out': 'plan_unknown',
  'runs.unfinished': null,
  'run.start': 'plan_unknown',
  'run.go_on': 'connection_unknown',
  'run.pause': 'run_unknown',
  'run.resume': 'run_unknown',
  'run.stop': 'run_unknown',
  'run.abort': 'run_unknown',
  'history.list': null,
  'history.rows': 'run_not_read',
  'history.undo': 'run_not_read',
  'history.delete': 'run_not_deleted',
  'history.report': 'run_not_read',
  'report.save': 'plan_unknown',
  'report.copy_summary': 'plan_unknown',
  'report.show': 'no_report',
  'window.clipboard': null,
  'window.text_step': null,
  'window.layout': null,
  'menu.enabled': null,
  'recent.list': null,
  'recent.open': 'recent_unknown',
  'recent.remove': null,
  'recent.clear': null,
  'file.open_offered': null,
  'file.decline_offered': null,
};

let host: TestHost;

beforeAll(async () => {
  host = await startTestHost();
});

afterAll(async () => {
  await host.close();
});

async function refusalOf<N extends CommandName>(name: N, input: CommandInput<N>): Promise<string> {
  const result = await host.invoke(name, input);
  if (result.ok) return 'done';
  expect(result.error.message).toMatch(/^[A-Z“].*[.:]/s);
  return result.error.code;
}

const SHEET = 'id,phone\n6437f749-0000-4000-8000-000000000001,1\n6437f749-0000-4000-8000-000000000002,2\n';
const EXCLUDE = { kind: 'exclude_rows', rows: [0] } as const;
const INCLUDE = { kind: 'include_rows', rows: [0] } as const;

async function importedSheet(): Promise<string> {
  return (await host.must('session.import_text', { name: 'pasted', text: SHEET })).sessionId;
}

describe('before its turn', () => {
  const commands = COMMAND_NAMES.filter((name) => BEFORE_ITS_TURN[name] !== null);
  it.each(commands)('%s is refused in words', async (name) => {
    expect(await refusalOf(name, WELL_FORMED[name])).toBe(BEFORE_ITS_TURN[name]);
  });
});

describe('edits of a sheet', () => {
  it('are taken in their order only, and once', async () => {
    const sessionId = await importedSheet();
    expect(await refusalOf('session.record', { sessionId, revision: 2, operation: EXCLUDE })).toBe(
      'wrong_revision',
    );
    expect(await refusalOf('session.record', { sessionId, revision: 1, operation: EXCLUDE })).toBe('done');
    expect(await refusalOf('session.record', { sessionId, revision: 1, operation: INCLUDE })).toBe(
      'wrong_revision',
    );
    // Asked again because the answer was lost.
    expect(await refusalOf('session.record', { sessionId, revision: 1, operation: EXCLUDE })).toBe('done');
    expect(await host.must('session.open', { sessionId })).toMatchObject({ revision: 1 });
    expect(await host.must('session.operations', { sessionId, from: 0 })).toEqual([EXCLUDE]);
  });

  it('are not taken once the sheet was closed, until it is opened again', async () => {
    const sessionId = await importedSheet();
    await host.must('session.close', { sessionId });
    expect(await refusalOf('session.record', { sessionId, revision: 1, operation: EXCLUDE })).toBe(
      'session_closed',
    );
    expect(await refusalOf('plan.cancel', { sessionId })).toBe('session_closed');
    await host.must('session.open', { sessionId });
    expect(await refusalOf('session.record', { sessionId, revision: 1, operation: EXCLUDE })).toBe('done');
  });

  it('keep the file from being read another way', async () => {
    const sessionId = await importedSheet();
    const options = { delimiter: ';' } as const;
    expect(await refusalOf('session.configure', { sessionId, options })).toBe('done');
    await host.must('session.record', { sessionId, revision: 1, operation: EXCLUDE });
    expect(await refusalOf('session.configure', { sessionId, options: {} })).toBe('options_after_edits');
    expect(await refusalOf('session.configure', { sessionId, options })).toBe('done');
  });

  it('have no plan any more where the file is read another way', async () => {
    const sessionId = await importedSheet();
    const { connectionId } = await host.must('practice.start', {});
    await host.must('plan.make', { sessionId, revision: 0, connectionId });
    expect((await host.must('plan.current', { sessionId })).plan).not.toBeNull();
    await host.must('session.configure', { sessionId, options: { excelText: 'keep' } });
    expect((await host.must('plan.current', { sessionId })).plan).toBeNull();
  });

  it('go with a discarded sheet', async () => {
    const sessionId = await importedSheet();
    await host.must('session.discard', { sessionId });
    expect(await refusalOf('session.open', { sessionId })).toBe('session_unknown');
    expect(await refusalOf('session.discard', { sessionId })).toBe('session_unknown');
  });
});

describe('a dry run', () => {
  it('is not made of edits that are not saved yet, nor over a connection that is gone', async () => {
    const sessionId = await importedSheet();
    const { connectionId } = await host.must('practice.start', {});
    expect(await refusalOf('plan.make', { sessionId, revision: 1, connectionId })).toBe('wrong_revision');
    expect(await refusalOf('plan.make', { sessionId: NOBODY, revision: 0, connectionId })).toBe(
      'session_unknown',
    );
    expect(await refusalOf('plan.cancel', { sessionId })).toBe('not_planning');
    await host.must('connection.remove', { connectionId });
    expect(await refusalOf('plan.make', { sessionId, revision: 0, connectionId })).toBe('connection_unknown');
  });

  it('says in words what is wrong with the sheet', async () => {
    const { sessionId } = await host.must('session.import_text', { name: 'pasted', text: 'phone\n1\n' });
    const { connectionId } = await host.must('practice.start', {});
    expect(await refusalOf('plan.make', { sessionId, revision: 0, connectionId })).toBe('plan_failed');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS, COMMAND_NAMES, type CommandName } from '../../src/contract/names.ts';
import { NOBODY, WELL_FORMED } from './support/inputs.ts';
import { OUR_PAGE, startTestHost, type TestHost } from './support/test-host.ts';

const CANARY = 'sk_test_canary_7f3e9a';

let host: TestHost;

beforeAll(async () => {
  host = await startTestHost();
});

afterAll(async () => {
  await host.close();
});

const send = (name: CommandName, input: unknown): Promise<unknown> =>
  host.send(OUR_PAGE, CHANNELS.command, name, input);

describe.each(COMMAND_NAMES)('%s', (name) => {
  it.each([undefined, null, 0, 'text', [[]], true])('refuses %j', async (input) => {
    await expect(send(name, input)).rejects.toThrow(`The input of ${name} is malformed`);
  });

  it('refuses what it does not know, without repeating it', async () => {
    const refusal = send(name, { ...WELL_FORMED[name], surplus: CANARY });
    await expect(refusal).rejects.toThrow(`The input of ${name} is malformed`);
    await expect(refusal).rejects.not.toThrow(CANARY);
  });

  it.each(Object.keys(WELL_FORMED[name]))('refuses anything else for %s', async (key) => {
    for (const value of [{ [CANARY]: CANARY }, null, -1, 1.5, Number.NaN, '../../etc/passwd', ['']]) {
      // A run's or a figure's id is any text: that nobody has it is said in words. So are a name, a text and an address.
      if (typeof value === 'string' && ANY_TEXT.has(key)) continue;
      const refusal = send(name, { ...WELL_FORMED[name], [key]: value });
      await expect(refusal, `${key}: ${JSON.stringify(value)}`).rejects.toThrow('malformed');
      await expect(refusal).rejects.not.toThrow(CANARY);
    }
  });
});

const ANY_TEXT: ReadonlySet<string> = new Set([
  'runId',
  'name',
  'text',
  'baseUrl',
  'key',
  'search',
  'figure',
]);

describe('an operation', () => {
  it.each([
    ['of no known kind', { kind: 'drop_table' }],
    ['on rows that can’t be', { kind: 'exclude_rows', rows: [2 ** 31] }],
    ['on no row', { kind: 'exclude_rows', rows: [] }],
    ['without what was before', { kind: 'set_cells', changes: [{ row: 0, column: 0, after: '' }] }],
    [
      'on a cell with a number in it',
      { kind: 'set_cells', changes: [{ row: 0, column: 0, before: '', after: 5 }] },
    ],
  ])('%s is refused', async (_what, operation) => {
    await expect(send('session.record', { sessionId: NOBODY, revision: 1, operation })).rejects.toThrow(
      'malformed',
    );
  });
});

describe('a dropped file', () => {
  it.each([undefined, null, '', 7, {}, ['/etc/hostname']])(
    'with the path %j can’t be imported, in words',
    async (path) => {
      expect(await host.send(OUR_PAGE, CHANNELS.drop, path)).toMatchObject({
        ok: false,
        error: { code: 'nothing_dropped' },
      });
    },
  );
});

import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/contract/names.ts';
import { ZIP_MAPPING as mapping } from './support/inputs.ts';
import { OUR_PAGE, startTestHost, type TestHost } from './support/test-host.ts';

let host: TestHost;

beforeEach(async () => {
  host = await startTestHost();
});

afterEach(async () => {
  await host.close();
});

describe('what a mapping was last time', () => {
  it('is told for the same headers, and only for these', async () => {
    expect(await host.must('mapping.recall', { headers: ['id', 'Zip'] })).toBeNull();
    await host.must('mapping.remember', { mapping });
    expect(await host.must('mapping.recall', { headers: ['Zip', 'id'] })).toMatchObject(mapping);
    expect(await host.must('mapping.recall', { headers: ['Zip', 'id', 'City'] })).toBeNull();
  });

  it.each([
    ['a value of a constant', { ...mapping, answers: { ...mapping.answers, constants: ['not a field'] } }],
    ['a sample of a column', { ...mapping, columns: [{ ...mapping.columns[0], sample: 'Anna' }] }],
    ['a role that is none', { ...mapping, columns: [{ name: 'id', role: { kind: 'owner' } }] }],
    ['no column', { ...mapping, columns: [] }],
  ])('is not kept with %s in it', async (_, malformed) => {
    await expect(
      host.send(OUR_PAGE, CHANNELS.command, 'mapping.remember', { mapping: malformed }),
    ).rejects.toThrow('malformed');
  });

  it('that can’t be kept is said in words', async () => {
    // A folder can't be replaced by a file, whoever the test runs as.
    rmSync(host.folder, { recursive: true });
    writeFileSync(host.folder, '');
    const kept = await host.invoke('mapping.remember', { mapping });
    rmSync(host.folder);
    expect(kept).toMatchObject({ ok: false, error: { code: 'mapping_not_kept' } });
  });
});

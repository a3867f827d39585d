import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/edited-sheet.ts';
import { Recorder } from '../../src/renderer/model/recorder.ts';
import { fakeHost, SESSION_ID } from './support.ts';

const operation: Operation = { kind: 'exclude_rows', rows: [0] };

describe('an operation that could not be saved', () => {
  it('is said, and those after it are not saved out of order', async () => {
    const host = fakeHost();
    const failed: string[] = [];
    const recorder = new Recorder(host, SESSION_ID, {
      onSaved: () => undefined,
      onFailed: (message) => failed.push(message),
    });
    host.failWith('The disk is full.');

    recorder.record(1, operation);
    recorder.record(2, operation);

    expect(await recorder.flush()).toBe(false);
    expect(failed).toEqual(['The disk is full.']);
    expect(host.asked).toHaveLength(1);
  });
});

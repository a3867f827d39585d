import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src/services/clock.ts';
import { SessionStore } from '../../../src/services/sessions/session-store.ts';

const PROGRAM = join(import.meta.dirname, 'record-until-killed.ts');

it.each([30, 75, 140, 220, 310])(
  'a process killed in the middle of editing loses no confirmed edit (%i ms)',
  async (ms) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'patchsheet-killed-'));
    try {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, dataFolder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines: string[] = [];
      const output = createInterface(child.stdout);
      output.on('line', (line) => {
        if (lines.length === 0) setTimeout(() => child.kill('SIGKILL'), ms);
        lines.push(line);
      });
      await once(output, 'close');
      const [sessionId = '', ...confirmed] = lines;
      const store = new SessionStore({ dataFolder, clock: systemClock });
      const session = await store.get(sessionId);
      const { operations } = session.ok ? session.value : { operations: [] };
      expect(session.ok).toBe(true);
      expect(confirmed.length).toBeGreaterThan(0);
      // One may have been on the disk before it could be confirmed.
      expect(operations.length - confirmed.length).toBeOneOf([0, 1]);
      for (const [index, operation] of operations.entries()) {
        expect(JSON.stringify(operation)).toContain(`"edit ${index + 1} `);
      }
      await store.release();
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
);

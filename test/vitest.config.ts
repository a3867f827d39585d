import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  cacheDir: 'node_modules/.cache/vite',
  test: {
    // A forgotten `.only` would leave everything else out.
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Everything but what starts the app, so that a test in a new folder can't be forgotten.
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // A bound for what hangs; on a busy machine a test that starts programs takes a while.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One screen, one focus: windows of two tests would take them from each other.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import { systemClock } from '../../../src/services/clock.ts';
import { SessionStore } from '../../../src/services/sessions/session-store.ts';

/** Imports a sheet and edits it until it is killed; says each revision once it is confirmed. */
const store = new SessionStore({ dataFolder: process.argv[2] ?? '', clock: systemClock });
const session = await store.import({ kind: 'text', name: 'pasted', text: 'id,phone\na,1\n' });
if (!session.ok) throw new Error(session.error.message);
process.stdout.write(`${session.value.id}\n`);
for (let revision = 1; ; revision++) {
  const changes = [
    { row: 0, column: 1, before: '', after: `edit ${revision} ${'x'.repeat(revision % 500)}` },
  ];
  const recorded = await session.value.record(revision, { kind: 'set_cells', changes });
  if (!recorded.ok) throw new Error(recorded.error.message);
  // Not ahead of a reader that is busy: what is still in this process when it is killed was said to nobody.
  await new Promise((resolve) => process.stdout.write(`${revision}\n`, resolve));
}

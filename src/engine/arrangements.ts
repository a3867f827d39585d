import { USUAL_ARRANGEMENT } from '../core/column-arrangement.ts';
import { ok } from '../core/result.ts';
import { readArrangement, writeArrangement } from '../services/sessions/session-arrangement.ts';
import { ArrangementMemory } from '../services/settings/arrangement-memory.ts';
import type { EngineHandlers } from './serve.ts';

/** How columns were left: of each sheet, and for the next one with the same headers. */
export function arrangementHandlers(
  dataFolder: string,
): Pick<EngineHandlers, 'columns.recall' | 'columns.arrange'> {
  let opening: Promise<ArrangementMemory> | undefined;
  const memory = (): Promise<ArrangementMemory> => (opening ??= ArrangementMemory.open(dataFolder));
  // One after the other: the last one asked for must be the last one written.
  let writing: Promise<unknown> = Promise.resolve();
  return {
    'columns.recall': async ({ sessionId, headers }) => {
      await writing;
      const own = await readArrangement(dataFolder, sessionId);
      if (own) return ok({ arrangement: own, isOfSession: true });
      const arrangement = (await memory()).recall(headers) ?? USUAL_ARRANGEMENT;
      return ok({ arrangement, isOfSession: false });
    },
    'columns.arrange': async ({ sessionId, headers, arrangement, isChosen }) => {
      const write = async (): Promise<void> => {
        const isKept = await writeArrangement(dataFolder, sessionId, arrangement);
        // Losing it costs a person nothing but a drag, so no fault of the disk is told.
        if (isKept && isChosen) await (await memory()).remember(headers, arrangement).catch(() => undefined);
      };
      writing = writing.then(write, write);
      await writing;
      return ok({});
    },
  };
}

import { STARVED } from '../../../src/core/csv/encoding.ts';
import { type ImportOptions, type ImportResult, importSteps } from '../../../src/core/csv/import.ts';

/** What a file becomes of which chunks are still on their way when reading begins, and the bytes done at each step. */
export function importInChunks(
  chunks: readonly Uint8Array[],
  options?: ImportOptions,
): { readonly result: ImportResult; readonly done: readonly number[] } {
  const coming = [...chunks];
  const here: Uint8Array[] = [];
  const source = {
    chunks: here,
    get isComplete() {
      return coming.length === 0;
    },
  };
  const steps = importSteps(source, options);
  const done: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { result: step.value, done };
    if (step.value === STARVED) here.push(...coming.splice(0, 1));
    else done.push(step.value);
  }
}

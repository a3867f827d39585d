import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageLayout, pageLayoutSchema } from '../contract/file-schemas.ts';
import { z } from '../core/zod.ts';

const stateSchema = z.strictObject({
  version: z.literal(1),
  /** Of the window while it is neither maximized nor full screen. */
  bounds: z.exactOptional(
    z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  ),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
  zoomFactor: z.number().min(0.25).max(5),
  layout: z.exactOptional(pageLayoutSchema),
});
export type WindowState = z.infer<typeof stateSchema>;

const AT_FIRST: WindowState = { version: 1, isMaximized: false, isFullScreen: false, zoomFactor: 1 };

/**
 * How the window was left, in a small file of its own. It is written at once and not later: the app ends right after
 * its window closes. Losing it costs a person nothing but a drag, so no fault of the disk is ever told.
 */
export class WindowStateFile {
  readonly #path: string;
  #state: WindowState;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'window.json');
    this.#state = readState(this.#path);
  }

  get state(): WindowState {
    return this.#state;
  }

  get layout(): PageLayout | undefined {
    return this.#state.layout;
  }

  change(changes: Partial<Omit<WindowState, 'version'>>): void {
    const state = { ...this.#state, ...changes };
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    const temporary = `${this.#path}.tmp`;
    try {
      writeFileSync(temporary, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
      renameSync(temporary, this.#path);
    } catch {
      // It opens elsewhere next time.
    }
  }
}

function readState(path: string): WindowState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return AT_FIRST;
  }
}

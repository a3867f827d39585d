import type { OpenedSession } from '../../contract/session-schemas.ts';
import type { ImportOptions } from '../../core/csv/import.ts';
import { afterFrame, breathe } from './breathe.ts';
import type { Desk } from './desk.ts';
import { readingOf } from './file-reading.ts';
import { NO_JOB } from './job-watch.ts';
import { LiveSheet } from './live-sheet.ts';
import { loadSheet } from './load-sheet.ts';
import { nowAndThen } from './now-and-then.ts';
import { Recorder } from './recorder.ts';
import { UndoSheet } from './undo-sheet.ts';
import type { ImportProgress, WorkspaceState } from './workspace-state.ts';

/** Imported just now; opened before, or known all about; or the open one, read with other options. */
export type OpenedAs = 'new' | 'known' | 'read anew';

/** The sheet that is open, if one is: how it gets on the screen and off it again. */
export class OpenSheet {
  readonly #desk: Desk;
  readonly #onLeft: () => Promise<void>;
  #sheet: LiveSheet | null = null;
  #unsubscribe: () => void = () => undefined;
  #isAroundStale = false;
  #loading: AbortController | null = null;
  #readingAnew: Promise<void> = Promise.resolve();

  /** @param onLeft none is open any more, and what can be opened is shown instead */
  constructor(desk: Desk, onLeft: () => Promise<void>) {
    this.#desk = desk;
    this.#onLeft = onLeft;
  }

  get sheet(): LiveSheet | null {
    return this.#sheet;
  }

  async open(session: OpenedSession, how: OpenedAs): Promise<void> {
    const { host, state } = this.#desk;
    const { reading: before } = state;
    const isFresh = how === 'new' || (how === 'read anew' && before?.isFresh === true);
    // Its panel stays while a file is read anew.
    const panel = how === 'read anew' ? ({ dialog: 'import' } as const) : {};
    this.#show(null, { ...panel, reading: how === 'read anew' ? before : null });
    const report = nowAndThen((importing: ImportProgress) => this.#desk.set({ importing }));
    const loading = new AbortController();
    this.#loading = loading;
    const recall = async (headers: readonly string[]) =>
      (await this.#desk.value(host.command('mapping.recall', { headers: [...headers] }))) ?? null;
    const result = await loadSheet({ host, session, report, signal: loading.signal, recall }).finally(() => {
      this.#loading = null;
    });
    if (result.kind === 'cancelled') {
      await this.#leave(how === 'new' ? 'session.discard' : 'session.close', session.sessionId);
      return;
    }
    const reading = readingOf(session, result, isFresh);
    if (result.kind === 'unusable') {
      this.#desk.set({ importing: null, reading, dialog: 'import' });
      return;
    }
    const recorder = new Recorder(host, session.sessionId, {
      onSaved: (savedAt) => this.#desk.set({ savedAt }),
      onFailed: (text) => this.#desk.set({ notice: { kind: 'error', text } }),
    });
    await breathe();
    const parts = { session, loaded: result.loaded, host, recorder };
    const sheet = session.undoes === undefined ? new LiveSheet(parts) : new UndoSheet(parts);
    await breathe();
    this.#show(sheet, { ...panel, reading });
    if (how !== 'new') return;
    // The sheet first: a person sees that the file is there, and then how it was understood.
    await afterFrame();
    if (this.#sheet === sheet) this.#desk.set({ dialog: 'import' });
  }

  /** Kept on the disk, and offered again. */
  async close(): Promise<void> {
    const sheet = this.#sheet;
    if (sheet && (await this.#isSaved())) await this.#leave('session.close', sheet.sessionId);
  }

  /**
   * Reads the file with one option changed; without a value it is determined. Of choices made one right after the
   * other each waits until the file was read by the one before: none of them is lost.
   */
  setImportOption<K extends keyof ImportOptions>(key: K, value: ImportOptions[K] | undefined): Promise<void> {
    const asked = this.#desk.state.reading?.sessionId;
    const read = (): Promise<void> => this.#readBy(asked, key, value);
    this.#readingAnew = this.#readingAnew.then(read, read);
    return this.#readingAnew;
  }

  async #readBy<K extends keyof ImportOptions>(
    asked: string | undefined,
    key: K,
    value: ImportOptions[K] | undefined,
  ): Promise<void> {
    const { host, state } = this.#desk;
    const { reading, importing } = state;
    // Given up, or another file by now.
    if (!reading || reading.sessionId !== asked || importing) return;
    if (reading.options[key] === value || !(await this.#isSaved())) return;
    const { sessionId } = reading;
    const { [key]: _, ...rest } = reading.options;
    const options = value === undefined ? rest : { ...rest, [key]: value };
    const configured = await this.#desk.value(host.command('session.configure', { sessionId, options }));
    const opened = configured && (await this.#desk.value(host.command('session.open', { sessionId })));
    if (opened) await this.open(opened, 'read anew');
  }

  /** Gives a file up: stops reading it, or closes one that can't be used. What was only begun is deleted. */
  async abandonImport(): Promise<void> {
    const { reading } = this.#desk.state;
    if (this.#loading) this.#loading.abort();
    else if (reading?.isFresh || reading?.understood === null)
      await this.#leave('session.discard', reading.sessionId);
    else await this.close();
  }

  /** Its session was deleted elsewhere in the window, in a dialog that stays. */
  putAway(): void {
    const { dialog } = this.#desk.state;
    this.#show(null);
    this.#desk.set({ dialog });
  }

  async #leave(how: 'session.close' | 'session.discard', sessionId: string): Promise<void> {
    const { host } = this.#desk;
    await host.command(how, { sessionId });
    this.#show(null);
    const started = await this.#desk.value(host.command('app.start', {}));
    if (started) this.#desk.set({ recoverable: started.sessions });
    await this.#onLeft();
  }

  #show(sheet: LiveSheet | null, beside: Partial<Pick<WorkspaceState, 'dialog' | 'reading'>> = {}): void {
    this.#unsubscribe();
    this.#sheet?.close();
    this.#sheet = sheet;
    this.#unsubscribe = sheet?.subscribe(() => this.#drawAround()) ?? (() => undefined);
    this.#desk.set({
      sheet,
      importing: null,
      reading: null,
      sheetVersion: this.#desk.state.sheetVersion + 1,
      selectedRow: null,
      selectedColumn: null,
      job: NO_JOB,
      dialog: 'none',
      savedAt: null,
      reportPath: null,
      notice: null,
      ...beside,
    });
  }

  /** What is around the grid is drawn in a frame of its own: an edited cell does not wait for counts and buttons. */
  #drawAround(): void {
    if (this.#isAroundStale) return;
    this.#isAroundStale = true;
    void this.#drawAroundSoon();
  }

  async #drawAroundSoon(): Promise<void> {
    await breathe();
    this.#isAroundStale = false;
    this.#desk.set({ sheetVersion: this.#desk.state.sheetVersion + 1 });
  }

  /** Whether every edit is on the disk: what the host works from is what the person sees. */
  async #isSaved(): Promise<boolean> {
    return (await this.#sheet?.saved()) ?? true;
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandResult } from '../../contract/commands.ts';
import type { HistoryEntry, HistoryRow, Kept } from '../../contract/history-schemas.ts';
import type { ReportKind } from '../../core/report-kind.ts';
import type { RowState } from '../../core/row-state.ts';
import type { Host } from './host.ts';

export type RunEntry = Extract<HistoryEntry, { readonly kind: 'run' }>;

/** Which rows of the entry that is looked at are shown. */
export interface RowsWanted {
  readonly from: number;
  readonly search: string;
  readonly state: RowState | null;
}

interface RowsShown {
  readonly rows: readonly HistoryRow[];
  readonly total: number;
}

export interface HistoryState {
  readonly search: string;
  /** `null` until they are here. */
  readonly entries: readonly HistoryEntry[] | null;
  readonly total: number;
  readonly chosen: HistoryEntry | null;
  readonly wanted: RowsWanted;
  /** The newest there are: while others are on their way these stay. `null` until the first are here. */
  readonly shown: RowsShown | null;
  /** Why something could not be done, in words. */
  readonly problem: string | null;
  /** Where the report saved last is. */
  readonly reportPath: string | null;
}

export const ROWS_PER_PAGE = 100;

/** Between two keys. */
const TYPING_MS = 120;

const FIRST_ROWS: RowsWanted = { from: 0, search: '', state: null };

const NOTHING: HistoryState = {
  search: '',
  entries: null,
  total: 0,
  chosen: null,
  wanted: FIRST_ROWS,
  shown: null,
  problem: null,
  reportPath: null,
};

export const keptOf = ({ kind, id }: HistoryEntry): Kept => ({ kind: kind === 'dry_run' ? kind : 'run', id });

const isSame = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.kind === other.kind && one.id === other.id;

/** The history as the window looks at it: what is listed, what is looked at, and which of its rows. */
export class RunHistory {
  readonly store: StoreApi<HistoryState>;
  readonly #host: Host;
  /** Answers that somebody asked for since count, older ones do not. */
  #listing = 0;
  #reading = 0;
  #first: Kept | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.store = createStore(() => NOTHING);
  }

  /** The next time it is opened this one is looked at, though others are newer. */
  beginWith(kept: Kept): void {
    this.#first = kept;
  }

  /** Everything anew: runs may have ended, or been deleted elsewhere. */
  async open(): Promise<void> {
    const first = this.#first;
    this.#first = null;
    this.store.setState(NOTHING);
    await this.search('');
    const { entries } = this.store.getState();
    const wanted =
      first && entries?.find((entry) => entry.id === first.id && keptOf(entry).kind === first.kind);
    if (wanted) await this.choose(wanted);
  }

  /** The newest run of a sheet, where it has begun; whatever is listed meanwhile stays. */
  async lastRunOf(sessionId: string): Promise<RunEntry | undefined> {
    const list = await this.#host.command('history.list', { search: '' });
    if (!list.ok) return undefined;
    return list.value.entries.find(
      (entry): entry is RunEntry =>
        entry.kind === 'run' && entry.sessionId === sessionId && entry.at !== null,
    );
  }

  async search(search: string): Promise<void> {
    const asked = ++this.#listing;
    this.store.setState({ search });
    // People type on; nobody looks at what is found meanwhile.
    if (search !== '') await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
    if (asked !== this.#listing) return;
    const list = await this.#value(this.#host.command('history.list', { search }));
    if (!list || asked !== this.#listing) return;
    const { chosen } = this.store.getState();
    const { entries, total } = list;
    this.store.setState({ entries, total });
    const again = chosen && entries.find((entry) => isSame(entry, chosen));
    if (again) this.store.setState({ chosen: again });
    else await this.choose(entries[0] ?? null);
  }

  async choose(chosen: HistoryEntry | null): Promise<void> {
    this.store.setState({ chosen, shown: null, wanted: FIRST_ROWS, problem: null, reportPath: null });
    this.#reading++;
    if (hasRows(chosen)) await this.showRows({});
  }

  async showRows(change: Partial<RowsWanted>): Promise<void> {
    const { chosen, wanted: before } = this.store.getState();
    if (!chosen) return;
    const asked = ++this.#reading;
    const wanted = { ...before, from: 0, ...change };
    this.store.setState({ wanted });
    const { from, search, state } = wanted;
    const input = { ...keptOf(chosen), from, most: ROWS_PER_PAGE, search, ...(state && { state }) };
    const shown = await this.#value(this.#host.command('history.rows', input));
    if (shown && asked === this.#reading) this.store.setState({ shown });
  }

  async saveReport(report: ReportKind): Promise<void> {
    const { chosen } = this.store.getState();
    if (!chosen) return;
    this.store.setState({ problem: null });
    const saved = await this.#value(this.#host.command('history.report', { ...keptOf(chosen), report }));
    if (saved) this.store.setState({ reportPath: saved.path });
  }

  /** @returns the sessions that went with it; `undefined` where it could not be deleted */
  async delete(entry: HistoryEntry): Promise<readonly string[] | undefined> {
    const deleted = await this.#value(this.#host.command('history.delete', keptOf(entry)));
    if (!deleted) return undefined;
    await this.choose(null);
    await this.search(this.store.getState().search);
    return deleted.sessionIds;
  }

  async #value<T>(
    answering: Promise<
      { readonly ok: true; readonly value: T } | Extract<CommandResult<'app.start'>, { ok: false }>
    >,
  ): Promise<T | undefined> {
    const answer = await answering;
    if (answer.ok) return answer.value;
    this.store.setState({ problem: answer.error.message });
    return undefined;
  }
}

const hasRows = (entry: HistoryEntry | null): boolean =>
  entry !== null && entry.kind !== 'damaged' && (entry.kind === 'run' || entry.hasRows);

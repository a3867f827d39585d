import type { PageLayout, RecentFileView } from '../../contract/file-schemas.ts';
import type { ConnectionView } from '../../contract/plan-schemas.ts';
import type { UnfinishedRunView } from '../../contract/run-schemas.ts';
import type { AppSettings } from '../../contract/settings-schemas.ts';
import type { ImportedSheet, ImportOptions } from '../../core/csv/import.ts';
import type { ColumnIndex, Diagnostic, RowId } from '../../core/diagnostic.ts';
import type { KeyTestView } from './connections.ts';
import type { SheetModel } from './sheet-model.ts';

/** How far an import is, in bytes. */
export interface ImportProgress {
  readonly fileName: string;
  readonly done: number;
  readonly total: number;
}

/** How the open file was read, or that it can't be. Small: it is kept while the file is read another way. */
export interface FileReading {
  readonly sessionId: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  readonly findings: readonly Diagnostic[];
  /** Imported just now, and not looked at yet. */
  readonly isFresh: boolean;
  /** `null` where nothing could be made of it. */
  readonly understood:
    | (Pick<ImportedSheet, 'dialect' | 'beginning' | 'specialWords'> & {
        readonly rowCount: number;
        readonly columnCount: number;
      })
    | null;
}

/** Where the dry run or the run is. */
export type JobView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'planning';
      readonly done: number;
      readonly total: number;
      readonly requestsLeft: number;
      readonly leftMs: number | null;
    }
  | {
      readonly kind: 'running' | 'ended';
      readonly runId: string;
      readonly ended: number;
      readonly total: number;
      readonly perMinute: number | null;
      readonly leftMs: number | null;
      readonly note: string;
      readonly pausedBy: string | null;
      readonly isStopping: boolean;
      readonly end: { readonly how: string; readonly message: string } | null;
    };

/** Something to say to the person. Where no sheet is open, an error is about the file that was to be one, unless it says otherwise. */
export interface NoticeView {
  readonly kind: 'error' | 'info';
  readonly text: string;
  readonly about?: 'app';
}

/** Everything React renders around the grid, in one small zustand store. */
export interface WorkspaceState {
  readonly version: string;
  readonly isStandIn: boolean;
  /** Of the system, as BCP 47; empty until it is known. */
  readonly locale: string;
  readonly keysAreKept: boolean;
  readonly settings: AppSettings;
  readonly connections: readonly ConnectionView[];
  readonly connection: ConnectionView | null;
  /** By connection: what its key was found to allow since the window opened. */
  readonly keyTests: ReadonlyMap<string, KeyTestView>;
  /** Sessions offered at the start. */
  readonly recoverable: readonly {
    readonly sessionId: string;
    readonly fileName: string;
    readonly savedAt: string;
    readonly operations: number;
  }[];
  /** Interrupted runs, offered at the start too. */
  readonly unfinished: readonly UnfinishedRunView[];
  /** How the page was laid out when it was left; `null` until that is known, or where it never was. */
  readonly layout: PageLayout | null;
  /** Files that were imported lately, the newest first. */
  readonly recent: readonly RecentFileView[];
  readonly importing: ImportProgress | null;
  /** Of the sheet that is open, or of a file that can't be one. */
  readonly reading: FileReading | null;
  readonly sheet: SheetModel | null;
  /** Goes up with every change of the sheet model that React has to see (counts, tab, mapping, plan …). */
  readonly sheetVersion: number;
  readonly job: JobView;
  readonly selectedRow: RowId | null;
  readonly selectedColumn: ColumnIndex | null;
  readonly dialog:
    | 'none'
    | 'import'
    | 'mapping'
    | 'connection'
    | 'apply'
    | 'history'
    | 'settings'
    | 'shortcuts';
  readonly savedAt: string | null;
  readonly reportPath: string | null;
  /** The newest thing to say to the person; errors stay until dismissed. */
  readonly notice: NoticeView | null;
}

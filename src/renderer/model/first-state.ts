import { USUAL_SETTINGS } from './chosen-settings.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Of a window of which the host has told nothing yet. */
export const FIRST_STATE: WorkspaceState = {
  version: '',
  isStandIn: false,
  locale: '',
  keysAreKept: false,
  settings: USUAL_SETTINGS,
  connections: [],
  connection: null,
  keyTests: new Map(),
  recoverable: [],
  unfinished: [],
  layout: null,
  recent: [],
  importing: null,
  reading: null,
  sheet: null,
  sheetVersion: 0,
  job: { kind: 'none' },
  selectedRow: null,
  selectedColumn: null,
  dialog: 'none',
  savedAt: null,
  reportPath: null,
  notice: null,
};

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../contract/bridge.ts';
import { FIRST_STATE } from './model/first-state.ts';
import { connectHost } from './model/host.ts';
import { type HistoryState, RunHistory } from './model/run-history.ts';
import { Workspace } from './model/workspace.ts';
import type { WorkspaceActions } from './model/workspace-actions.ts';
import type { WorkspaceState } from './model/workspace-state.ts';

/** The app's state, in one small store; the sheet itself is in its model, and the grid only views that. */
export const workspace = createStore<WorkspaceState>(() => FIRST_STATE);

export const useWorkspace = <T>(select: (state: WorkspaceState) => T): T => useStore(workspace, select);

const { patchsheet } = globalThis as unknown as { readonly patchsheet: Bridge<File> };

export const host = connectHost(patchsheet);

export const actions: WorkspaceActions = new Workspace(host, workspace);

/** The history has a store of its own: most of the time nobody looks at it. */
export const runHistory = new RunHistory(host);

export const useHistory = <T>(select: (state: HistoryState) => T): T => useStore(runHistory.store, select);

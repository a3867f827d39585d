import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PracticeOptions, PracticeServer } from '../../../src/practice/options.ts';
import type { RequestRecord } from '../../../src/practice/request-log.ts';
import { startPracticeServer } from '../../../src/practice/server.ts';
import { type Launched, type LaunchOptions, launchApp } from './launch.ts';
import { addConnection, answerDialogs, closeMapping, dryRun, importFile } from './workspace.ts';

/** What a person sits at in a test: the app, a practice server without a rate limit, and a folder for files. */
export interface Desk extends Launched {
  readonly server: PracticeServer;
  readonly folder: string;
}

export interface DeskOptions extends Pick<LaunchOptions, 'profile'> {
  readonly practice?: PracticeOptions;
}

/** `close` ends all of it, and removes the folder. */
export async function openDesk({ practice, ...launching }: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'patchsheet-desk-'));
  const server = await startPracticeServer({ rateLimit: Number.POSITIVE_INFINITY, ...practice });
  const leave = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const launched = await launchApp(launching);
    const close = async (): Promise<void> => {
      await stopWithoutAsking(launched);
      await launched.close();
      await leave();
    };
    return { ...launched, server, folder, close };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** A run that a failed test left on would be asked about, and nobody would answer. */
const stopWithoutAsking = ({ app }: Launched): Promise<void> =>
  app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });

/** The first customers of its server, by id. */
export const firstIds = ({ server }: Pick<Desk, 'server'>, count: number): readonly string[] =>
  server
    .customers()
    .slice(0, count)
    .map(({ id }) => id);

/** A table as a person would have it: the headers, then the rows. */
export type Table = readonly (readonly string[])[];

/** Writes a table into the desk's folder as a CSV file; says where. */
export function writeTable({ folder }: Pick<Desk, 'folder'>, name: string, table: Table): string {
  const path = join(folder, name);
  writeFileSync(path, Papa.unparse(table.map((cells) => [...cells])));
  return path;
}

/** Imports a table, and takes reading and mapping as they are proposed. */
export async function importTable(desk: Desk, name: string, table: Table): Promise<void> {
  await importFile(desk.app, desk.window, writeTable(desk, name, table));
  await closeMapping(desk.window);
}

/** Imports a table and dry-runs it over a new connection to the desk's server. */
export async function planTable(desk: Desk, name: string, table: Table, key?: string): Promise<void> {
  await importTable(desk, name, table);
  await addConnection(desk.window, desk.server.baseUrl, key);
  await dryRun(desk.window);
}

/** Saves a report into the desk's folder by the menu of the toolbar, as a person does; says where. */
export async function saveReport(
  { app, window, folder }: Pick<Desk, 'app' | 'window' | 'folder'>,
  name: string,
  item: string,
): Promise<string> {
  const path = join(folder, name);
  await answerDialogs(app, { save: path });
  await window.locator('.menu-button').click();
  await window.locator('[role=menuitem]', { hasText: item }).click();
  await window.locator('.notice', { hasText: name }).waitFor();
  return path;
}

/** Requests of one method about some customers, in the order in which they came. */
export const requestsAbout = (
  { server }: Pick<Desk, 'server'>,
  ids: readonly string[],
  method: 'GET' | 'PATCH',
): readonly RequestRecord[] =>
  server.requests().filter((request) => request.method === method && ids.includes(customerOf(request)));

/** The id in a request's path. */
export const customerOf = ({ path }: RequestRecord): string => path.replace(/^\/customers\//, '');

/**
 * What Electron's own default app does of `electron [flags] <app folder> [arguments]`: it makes that folder the
 * app. The stand-in comes without one.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as publicApp } from 'electron';

/** @typedef {{ setAppPath: (path: string) => void, setVersion: (version: string) => void }} ForDefaultAppsOnly */
const app = /** @type {import('electron').App & ForDefaultAppsOnly} */ (publicApp);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Usage: electron [flags] <app folder> [arguments]\n');
  process.exit(1);
}

const appPath = resolve(folder);
/** @typedef {{ name?: string, productName?: string, version?: string, main?: string }} PackageJson */
const { name, productName, version, main } = /** @type {PackageJson} */ (
  JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'))
);

app.setAppPath(appPath);
const appName = productName ?? name;
if (appName !== undefined) {
  app.setName(appName);
  // A folder given on the command line is a person's (or a test's) choice.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), appName));
  }
}
if (version !== undefined) app.setVersion(version);

// Awaited at the top level: Electron holds back `ready` until this module is done, and the app has to register
// its scheme before.
await import(pathToFileURL(join(appPath, main ?? 'index.js')).href);

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WindowStateFile } from '../../src/main/window-state.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchsheet-window-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LEFT = {
  bounds: { x: 10, y: 20, width: 1000, height: 700 },
  isMaximized: true,
  isFullScreen: false,
  zoomFactor: 1.25,
  layout: { inspectorIsOpen: false, inspectorWidth: 400 },
};

it('a window is known as it was left', () => {
  new WindowStateFile(folder).change(LEFT);
  expect(new WindowStateFile(folder).state).toEqual({ version: 1, ...LEFT });
  expect(readdirSync(folder)).toEqual(['window.json']);
});

it.each(['', '{', '{"version":1,"zoomFactor":900}', '[]'])(
  'a file that holds %j is the first start',
  (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    const { state } = new WindowStateFile(folder);
    expect(state).toEqual({ version: 1, isMaximized: false, isFullScreen: false, zoomFactor: 1 });
  },
);

it('a folder that can’t be written to is no reason to fail', () => {
  const file = new WindowStateFile(join(folder, 'gone'));
  file.change(LEFT);
  expect(file.state.zoomFactor).toBe(1.25);
});

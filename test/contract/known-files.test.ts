import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileOffer } from '../../src/contract/file-schemas.ts';
import { CHANNELS } from '../../src/contract/names.ts';
import { FileOffers } from '../../src/main/file-offers.ts';
import { NOBODY } from './support/inputs.ts';
import { OUR_PAGE, startTestHost, type TestHost } from './support/test-host.ts';

const SECRET_FOLDER = 'folder-that-no-window-sees';

let folder: string;
let host: TestHost;
let chosen: string;
let offers: FileOffers;
let offered: FileOffer[];

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'patchsheet-files-')), SECRET_FOLDER);
  mkdirSync(folder);
  chosen = file('edits.csv');
  offered = [];
  offers = new FileOffers((offer) => offered.push(offer));
  host = await startTestHost({ chooseSheet: () => chosen, offers });
});

afterEach(async () => {
  await host.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

function file(name: string, text = 'id,phone\na,1\n'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a file that was imported', () => {
  it('is among the recent ones, however it came, and is imported again as it is now', async () => {
    await host.must('session.choose_file', {});
    await host.send(OUR_PAGE, CHANNELS.drop, file('dropped.csv'));
    const [dropped, first] = await host.must('recent.list', {});
    expect([dropped?.fileName, first?.fileName]).toEqual(['dropped.csv', 'edits.csv']);
    file('edits.csv', 'id,phone\na,1\nb,22\n');
    const again = await host.must('recent.open', { id: first?.id ?? '' });
    expect(again).toMatchObject({ fileName: 'edits.csv', bytes: 18 });
    expect((await host.must('recent.list', {})).map(({ fileName }) => fileName)).toEqual([
      'edits.csv',
      'dropped.csv',
    ]);
  });

  it('is not noted when it could not be used, and neither are text and the sample', async () => {
    chosen = join(folder, 'gone.csv');
    expect(await host.invoke('session.choose_file', {})).toMatchObject({ ok: false });
    await host.must('session.import_text', { name: 'Pasted cells', text: 'id\na' });
    await host.must('session.import_sample', {});
    expect(await host.must('recent.list', {})).toEqual([]);
  });

  it('is said to be missing when it is gone', async () => {
    await host.must('session.choose_file', {});
    rmSync(chosen);
    const [gone] = await host.must('recent.list', {});
    expect(gone?.isMissing).toBe(true);
    expect(await host.invoke('recent.open', { id: gone?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'file_gone' },
    });
    await host.must('recent.remove', { id: gone?.id ?? '' });
    expect(await host.must('recent.list', {})).toEqual([]);
  });
});

describe('a file that is offered from outside', () => {
  it('waits for a window, is opened once, and its path never crosses', async () => {
    offers.add(chosen);
    expect((await host.must('app.start', {})).offered).toEqual(offered[0]);
    const { offerId = '' } = offered[0] ?? {};
    expect(await host.must('file.open_offered', { offerId })).toMatchObject({ fileName: 'edits.csv' });
    expect(await host.must('file.open_offered', { offerId })).toBeNull();
    expect((await host.must('app.start', {})).offered).toBeNull();
    expect(JSON.stringify([host.crossed, offered])).not.toContain(SECRET_FOLDER);
  });

  it('gives way to the next one', async () => {
    offers.add(chosen);
    offers.add(file('other.csv'));
    const ids = offered.map(({ offerId }) => offerId);
    expect(await host.must('file.open_offered', { offerId: ids[0] ?? '' })).toBeNull();
    expect(await host.must('file.open_offered', { offerId: ids[1] ?? '' })).toMatchObject({
      fileName: 'other.csv',
    });
  });

  it('is not offered again once it was declined', async () => {
    offers.add(chosen);
    await host.must('file.decline_offered', { offerId: offered[0]?.offerId ?? NOBODY });
    expect((await host.must('app.start', {})).offered).toBeNull();
    expect(await host.must('recent.list', {})).toEqual([]);
  });
});

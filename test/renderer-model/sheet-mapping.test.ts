import { describe, expect, it } from 'vitest';
import { withRole } from '../../src/renderer/ui/dialogs/mapping/roles.ts';
import { fakeHost, frame, liveSheet } from './support.ts';

const ID = '6437f749-0c1e-4b5a-9a52-3f1d2c4b5a60';
const EXPORT = `id,created,phone,Notes\n${ID},1700000000,+1 617 555 0100,x\n`;
const LIST = `customer_id,phone\n${ID},+1 617 555 0100\n`;
const PHONE = 2;

describe('a column of an export of which a cell was edited', () => {
  it('is not written any more when the edit is taken back, whatever was chosen meanwhile', async () => {
    const sheet = liveSheet(EXPORT);
    sheet.edit([{ row: 0, column: PHONE, after: '+1 617 555 0199' }]);
    await frame();
    expect(sheet.mapping.roles[PHONE]?.kind).toBe('write');

    sheet.setMapping({ ...sheet.mapping, blanks: { billing_address: 'keep' } });
    sheet.setMapping(withRole(sheet.mapping, 3, { kind: 'write', field: 'description' }));
    sheet.undo();
    await frame();

    expect(sheet.mapping.roles.map(({ kind }) => kind)).toEqual(['key', 'reference', 'reference', 'write']);
  });

  it('is remembered as what was chosen for it', async () => {
    const host = fakeHost();
    const sheet = liveSheet(EXPORT, host);
    sheet.edit([{ row: 0, column: PHONE, after: '+1 617 555 0199' }]);
    await frame();
    await sheet.rememberMapping();
    const [, input] = host.asked.find(([name]) => name === 'mapping.remember') ?? [];
    expect(input).toMatchObject({
      mapping: { columns: [{}, {}, { name: 'phone', role: { kind: 'reference', field: 'phone' } }, {}] },
    });
  });
});

describe('the host', () => {
  it('is told once which mapping is on the screen, also where it was only proposed', async () => {
    const host = fakeHost();
    const sheet = liveSheet(LIST, host);
    await sheet.tellMapping();
    await sheet.tellMapping();
    expect(host.asked).toEqual([
      ['session.configure', { sessionId: sheet.sessionId, mapping: sheet.mapping }],
    ]);
  });

  it('that could not be told is told again', async () => {
    const host = fakeHost();
    const sheet = liveSheet(LIST, host);
    host.failWith('The disk is full.');
    expect(await sheet.tellMapping()).toMatchObject({ ok: false });
    expect(await sheet.tellMapping()).toMatchObject({ ok: false });
    expect(host.asked).toHaveLength(2);
  });
});

describe('a mapping from last time', () => {
  it('says so until it is confirmed or proposed anew', async () => {
    const lastTime = {
      savedAt: '2026-11-03T12:00:00.000Z',
      columns: [
        { name: 'customer_id', role: { kind: 'key', by: 'id' } },
        { name: 'phone', role: { kind: 'write', field: 'description' } },
      ],
      answers: { blanks: {}, copyBillingToShipping: false, constants: [] },
    } as const;
    const confirmed = liveSheet(LIST, fakeHost(), lastTime);
    expect(confirmed.mapping.roles[1]).toEqual({ kind: 'write', field: 'description' });
    expect(confirmed.isFromLastTime).toBe(true);
    await confirmed.rememberMapping();
    expect(confirmed.isFromLastTime).toBe(false);
    expect(confirmed.mapping.roles[1]).toEqual({ kind: 'write', field: 'description' });

    const anew = liveSheet(LIST, fakeHost(), lastTime);
    anew.proposeAnew();
    expect(anew.isFromLastTime).toBe(false);
    expect(anew.mapping.roles[1]).toEqual({ kind: 'write', field: 'phone' });
  });
});

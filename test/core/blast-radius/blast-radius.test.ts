import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blastRadius } from '../../../src/core/blast-radius/blast-radius.ts';
import { fieldTotals } from '../../../src/core/blast-radius/field-totals.ts';
import type { FigureSubject } from '../../../src/core/blast-radius/figure.ts';
import { isAbout } from '../../../src/core/blast-radius/is-about.ts';
import type { Change } from '../../../src/core/change.ts';
import type { Field } from '../../../src/core/fields.ts';
import { looksText } from '../../../src/core/words/blast-radius.ts';
import { times, updatesWith } from './updates.ts';

const city = (after: string | null, before: string | null = 'Cambridge'): Change => ({
  field: 'billing_address.city',
  before,
  after,
});
const country = (before: string | null, after: string | null): Change => ({
  field: 'billing_address.country',
  before,
  after,
});

const rowsBySubject = (rows: readonly (readonly Change[])[]) =>
  blastRadius(updatesWith(rows)).figures.map(({ subject, rows: counted }) => [subject, counted] as const);

describe('the blast radius of a plan', () => {
  it('counts changes and clears by field, and leads to their rows', () => {
    const phone: Change = { field: 'phone', before: '1', after: null };
    expect(rowsBySubject([[city('Boston')], [city(null), phone], [city('Newton', null)]])).toEqual([
      [{ kind: 'field', field: 'billing_address.city' }, [0, 1, 2]],
      [{ kind: 'field_cleared', field: 'billing_address.city' }, [1]],
      [{ kind: 'cleared' }, [1]],
      [{ kind: 'field', field: 'phone' }, [1]],
      [{ kind: 'field_cleared', field: 'phone' }, [1]],
    ]);
  });

  it('does not take an empty field that stays empty for a clear', () => {
    expect(rowsBySubject([[city(null, null)], [city('', '')]])).toEqual([
      [{ kind: 'field', field: 'billing_address.city' }, [0, 1]],
    ]);
  });

  it('tells countries by address and move, the most frequent first', () => {
    const rows = [[country('US', 'CA')], [country('DE', 'US')], [country('US', 'CA')], [country(null, 'CA')]];
    expect(rowsBySubject(rows).slice(1)).toEqual([
      [{ kind: 'country', address: 'billing_address' }, [0, 1, 2, 3]],
      [{ kind: 'country_move', address: 'billing_address', from: 'US', to: 'CA' }, [0, 2]],
      [{ kind: 'country_move', address: 'billing_address', from: 'DE', to: 'US' }, [1]],
      [{ kind: 'country_move', address: 'billing_address', from: '', to: 'CA' }, [3]],
    ]);
  });

  it('says what could not be undone, and why', () => {
    const rows: readonly (readonly Change[])[] = [
      [{ field: 'email', before: null, after: 'a@b.example' }],
      [{ field: 'phone', after: '1' }],
    ];
    const subjects = rowsBySubject(rows).filter(([{ kind }]) => kind === 'not_undoable');
    expect(subjects).toEqual([
      [{ kind: 'not_undoable', field: 'email', why: 'not_sendable' }, [0]],
      [{ kind: 'not_undoable', field: 'phone', why: 'before_unknown' }, [1]],
    ]);
  });

  it('counts a row with two kinds of warning once among those with a warning', () => {
    const warnings = [
      { code: 'a', message: 'A.', rows: 2, rowIds: [0, 2] },
      { code: 'b', message: 'B.', rows: 1, rowIds: [2] },
    ];
    const { figures } = blastRadius(updatesWith([[city('x')], [city('y')], [city('z')]]), warnings);
    expect(figures.slice(1).map(({ id, rows }) => [id, rows])).toEqual([
      ['warned', [0, 2]],
      ['warning a', [0, 2]],
      ['warning b', [2]],
    ]);
  });

  it('sums fields up by the same figures', () => {
    const radius = blastRadius(updatesWith([[city('Boston')], [city(null)]]));
    expect(fieldTotals(radius)).toEqual([{ field: 'billing_address.city', changes: 2, clears: 1 }]);
  });

  const value = constantFrom('US', 'CA', '', null);
  const field = constantFrom<Field>('email', 'phone', 'billing_address.country', 'metadata.a b');
  const change = record({ field, before: value, after: value });
  const row = uniqueArray(change, { selector: (each) => each.field });

  it('has in each figure the rows with a change it is about, each once, under a name of its own', () => {
    assert(
      property(array(row, { maxLength: 40 }), (rows) => {
        const { figures } = blastRadius(updatesWith(rows));
        expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
        for (const { subject, rows: counted } of figures) {
          const about = rows.flatMap((changes, index) =>
            changes.some((each) => isAbout(subject, each) && isOfMove(subject, each)) ? [index] : [],
          );
          if (subject.kind !== 'not_undoable') expect(counted).toEqual(about);
          else expect(about).toEqual(expect.arrayContaining([...counted]));
        }
      }),
    );
  });
});

const isOfMove = (subject: FigureSubject, { before, after }: Change): boolean =>
  subject.kind !== 'country_move' || (subject.from === (before ?? '') && subject.to === (after ?? ''));

describe('surprises', () => {
  const told = (rows: readonly (readonly Change[])[]) =>
    blastRadius(updatesWith(rows)).surprises.map(({ kind, field, value, customers, of }) => [
      kind,
      field,
      value,
      customers,
      of,
    ]);
  const name = (after: string): Change => ({ field: 'name', before: 'x', after });

  it('are values that many customers would get', () => {
    const rows = [...times(10, () => [city('Boston')]), ...times(40, (index) => [city(`Town ${index}`)])];
    expect(told(rows)).toEqual([['same_value', 'billing_address.city', 'Boston', 10, 50]]);
    const { figures, surprises } = blastRadius(updatesWith(rows));
    const figure = figures.find(({ id }) => id === surprises[0]?.figure);
    expect(figure?.rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('are not values that few would get, nor yes, no and countries', () => {
    expect(told([...times(9, () => [city('Boston')])])).toEqual([]);
    expect(told([...times(10, () => [city('Boston')]), ...times(41, (n) => [city(`${n}`)])])).toEqual([]);
    expect(told(times(20, () => [{ field: 'tax_exempt', before: false, after: true }]))).toEqual([]);
    expect(told(times(20, () => [country('US', 'CA')]))).toEqual([]);
  });

  it('are fields that change in nearly every row, where others change too', () => {
    const rows = times(40, (index) => [
      ...(index < 38 ? [name(`N ${index}`)] : []),
      ...(index < 37 ? [city(`C ${index}`)] : []),
    ]);
    expect(told(rows)).toEqual([['in_nearly_all', 'name', '', 38, 40]]);
    expect(told(times(40, (index) => [name(`N ${index}`)]))).toEqual([]);
  });

  it('are fields that are cleared in most rows, told once', () => {
    const rows = times(20, (index) => [city(index < 19 ? null : 'x'), name(`N ${index}`)]);
    expect(told(rows)).toEqual([
      ['mostly_cleared', 'billing_address.city', '', 19, 20],
      ['in_nearly_all', 'name', '', 20, 20],
    ]);
  });

  it('lead to figures that are there', () => {
    const { figures, surprises } = blastRadius(
      updatesWith(times(20, (index) => [city(index < 15 ? null : 'x'), name('Same')])),
    );
    expect(surprises.map(({ kind }) => kind)).toEqual(['same_value', 'mostly_cleared', 'in_nearly_all']);
    for (const { figure, customers } of surprises) {
      expect(figures.find(({ id }) => id === figure)?.rows.length).toBe(customers);
    }
  });
});

describe('on paper', () => {
  it('a plan is told by what is unusual, cleared, moved and sensitive', () => {
    const email: Change = { field: 'email', before: null, after: 'a@b.example' };
    const rows = times(12, (index) => [
      city('Boston'),
      ...(index < 2 ? [country('US', 'CA')] : []),
      ...(index === 0 ? [email] : []),
    ]);
    expect(looksText(blastRadius(updatesWith(rows)))).toEqual([
      'The billing city becomes “Boston” in all 12 changes.',
      'The billing city changes in all 12 customers.',
      'The country of the billing address changes for 2 customers: US → CA (2).',
      'The e-mail of 1 customer changes.',
      '1 change of the e-mail can’t be undone later: Atlas would not take back what is there now.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { FigureView } from '../../src/contract/figure-schemas.ts';
import { type FigureSubject, figureId } from '../../src/core/blast-radius/figure.ts';
import { reviewGroups } from '../../src/renderer/ui/review/review-groups.ts';
import { figureLabel, REVIEW, surpriseLabel } from '../../src/renderer/ui/words/review.ts';

const figure = (rows: number, subject: FigureSubject): FigureView => ({
  id: figureId(subject),
  subject,
  rows,
});
const city = figure(9, { kind: 'field', field: 'billing_address.city' });
const email = figure(3, { kind: 'field', field: 'email' });
const cityCleared = figure(2, { kind: 'field_cleared', field: 'billing_address.city' });
const countries = figure(8, { kind: 'country', address: 'billing_address' });
const moves = ['CA', 'DE', 'FR', 'GB', 'IT', 'ES', 'PT'].map((to) =>
  figure(1, { kind: 'country_move', address: 'billing_address', from: 'US', to }),
);

describe('the summary of a plan', () => {
  it('puts clears beside their field, and delicate fields a second time', () => {
    const groups = reviewGroups({ figures: [city, email, cityCleared] });
    expect(groups.fields).toEqual([
      { field: 'billing_address.city', changes: city, clears: cityCleared },
      { field: 'email', changes: email, clears: undefined },
    ]);
    expect(groups.sensitive).toEqual([email]);
  });

  it('lists the most frequent moves between countries, and says how many more there are', () => {
    const { countries: lines } = reviewGroups({ figures: [countries, ...moves] });
    expect(lines).toEqual([{ country: countries, moves: moves.slice(0, 5), otherMoves: 2 }]);
  });

  it('says of what is shown how much of it there is', () => {
    expect(REVIEW.showing(2, 2, cityCleared.subject)).toBe('Showing 2 rows: billing city cleared');
    expect(REVIEW.showing(1, 2, cityCleared.subject)).toBe('Showing 1 of 2 rows: billing city cleared');
    expect(moves.slice(0, 1).map(({ subject }) => figureLabel(subject))).toEqual(['US → CA']);
  });

  it('says of a surprise whether it is all or most', () => {
    const changes = { kind: 'in_nearly_all', field: 'email', value: '', figure: email.id } as const;
    expect(surpriseLabel({ ...changes, customers: 3, of: 3 })).toBe('E-mail changes in every customer');
    expect(surpriseLabel({ ...changes, customers: 96, of: 100 })).toBe(
      'E-mail changes in nearly every customer',
    );
  });
});

import { expect, it } from 'vitest';
import { operationsFrom } from '../../src/engine/operations-from.ts';

const rows = (length: number) => ({
  kind: 'exclude_rows' as const,
  rows: Array.from({ length }, (_, row) => row),
});

it('a window that opens a session gets its operations in pieces, none twice and none left out', () => {
  const operations = [rows(1), rows(4_000), rows(999), rows(1), rows(20_000), rows(5_000), rows(5_000)];
  const pieces: number[] = [];
  for (let from = 0; from < operations.length; from += pieces.at(-1) ?? 0) {
    const piece = operationsFrom(operations, from);
    expect(piece).toEqual(operations.slice(from, from + piece.length));
    pieces.push(piece.length);
  }
  expect(pieces).toEqual([3, 1, 1, 1, 1]);
  expect(operationsFrom(operations, 7)).toEqual([]);
});

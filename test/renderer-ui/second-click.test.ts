import { describe, expect, it } from 'vitest';
import { isMeantFor } from '../../src/renderer/ui/toolbar/second-click.ts';

describe('the second click of a double click', () => {
  it('does nothing where another button has taken the place of the one clicked first', () => {
    expect(isMeantFor('run.stop', 1)).toBe(true);
    expect(isMeantFor('run.abort', 2)).toBe(false);
    expect(isMeantFor('edit.undo', 3)).toBe(false);
    expect(isMeantFor('edit.undo', 1)).toBe(true);
  });

  it('counts where it is the same button: undoing quickly is meant', () => {
    expect([1, 2, 3].map((clicks) => isMeantFor('edit.undo', clicks))).toEqual([true, true, true]);
  });

  it('never holds up the keyboard', () => {
    expect([isMeantFor('run.pause', 0), isMeantFor('run.resume', 0)]).toEqual([true, true]);
  });
});

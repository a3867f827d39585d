/** A piece of source replaced by another, found exactly once. */
export interface Patch {
  /** From the project's folder. */
  readonly file: string;
  readonly old: string;
  readonly new: string;
}

/** A mistake that this kind of program is known for, and the tests that exist to catch it. */
export interface SeededBug {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly caughtBy: readonly ExpectedTest[];
}

export interface ExpectedTest {
  /** From the folder `test`. */
  readonly file: string;
  /** A part of its full name. */
  readonly test: string;
}

/** @throws where the source is no longer what the patch was made for: the bug would not be there */
export function patched(source: string, { file, old, new: replacement }: Patch): string {
  const places = source.split(old).length - 1;
  if (places !== 1) throw new Error(`In ${file} there are ${places} places, not one, of:\n${old}`);
  return source.replace(old, () => replacement);
}

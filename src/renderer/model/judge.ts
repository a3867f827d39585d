import type { RowId } from '../../core/diagnostic.ts';
import type { EditedSheet } from '../../core/edited-sheet.ts';
import type { Mapping } from '../../core/mapping.ts';
import { SheetValidator } from '../../core/sheet-validator.ts';
import { finishInSlices } from './breathe.ts';

/** Rows validated between two looks at the clock. */
const ROWS_AT_ONCE = 500;
/** How often it is told how far the validation of a large sheet is. */
const TELL_EVERY_MS = 200;

interface JudgeOptions {
  readonly edited: EditedSheet;
  readonly mapping: Mapping;
  /** So many rows more were validated, from this one on. */
  readonly onProgress: (from: RowId, rows: number) => void;
  /** All are: findings and counts are new. */
  readonly onDone: () => void;
}

/**
 * Keeps a sheet validated: after an edit the rows it touched, at once; after an import or with a new mapping all of
 * them, in slices. Until a new mapping has been gone through the findings of the old one stand; of a sheet that was
 * just opened the first rows are known at once, and the rest as they come.
 */
export class Judge {
  readonly #onProgress: JudgeOptions['onProgress'];
  readonly #onDone: JudgeOptions['onDone'];
  #validator: SheetValidator;
  /** Being worked out; the same as the one in force until a sheet was gone through for the first time. */
  #next: SheetValidator | undefined;
  /** The one in force is of before a large step: its findings stand, and nothing small is put right in it. */
  #isBehind = false;
  #stop: () => void = () => undefined;

  constructor({ edited, mapping, onProgress, onDone }: JudgeOptions) {
    this.#onProgress = onProgress;
    this.#onDone = onDone;
    this.#validator = new SheetValidator(edited, mapping);
    this.#goThrough(this.#validator);
  }

  /** What is shown. */
  get validator(): SheetValidator {
    return this.#validator;
  }

  /** Validates everything anew, by another mapping. */
  begin(edited: EditedSheet, mapping: Mapping): void {
    this.#goThrough(new SheetValidator(edited, mapping));
  }

  /** Takes over a step over so many rows that everything is validated anew: one by one they take twice as long. */
  takeOver(edited: EditedSheet, mapping: Mapping): void {
    this.#isBehind = true;
    this.begin(edited, mapping);
  }

  /**
   * Takes over an edit, in steps.
   *
   * @returns the rows whose state may have changed; `undefined` where the edit changed a column's role, and
   * everything has to be validated anew
   */
  *updateSteps(
    edited: EditedSheet,
    rows: ReadonlySet<RowId>,
  ): Generator<void, ReadonlySet<RowId> | undefined> {
    const [next, validator] = [this.#next, this.#validator];
    if (next && next !== validator && (yield* next.updateSteps(edited, rows)) === undefined) return undefined;
    return this.#isBehind ? rows : yield* validator.updateSteps(edited, rows);
  }

  /** Nobody wants to know any more. */
  stop(): void {
    this.#stop();
  }

  #goThrough(validator: SheetValidator): void {
    this.#stop();
    const isFirst = this.#next === this.#validator || validator === this.#validator;
    if (isFirst) this.#takeInForce(validator);
    this.#next = validator;
    this.#stop = finishInSlices(this.#steps(validator, isFirst), () => {
      this.#takeInForce(validator);
      this.#next = undefined;
      this.#onDone();
    });
  }

  #takeInForce(validator: SheetValidator): void {
    this.#validator = validator;
    this.#isBehind = false;
  }

  *#steps(validator: SheetValidator, isFirst: boolean): Generator<void, void> {
    let toldAt = performance.now();
    let told = 0;
    while (validator.validateNext(ROWS_AT_ONCE)) {
      if (isFirst && performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        this.#onProgress(told, validator.validatedRows - told);
        told = validator.validatedRows;
      }
      yield;
    }
  }
}

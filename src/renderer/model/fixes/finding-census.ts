import type { RowId } from '../../../core/diagnostic.ts';
import { finishInSlices } from '../breathe.ts';
import type { ModelChange, SheetModel } from '../sheet-model.ts';
import { type FindingFilter, type FindingKind, isOfKind, kindOf } from './finding-kind.ts';

/** How often there is a kind of finding. */
export interface KindCount extends FindingKind {
  readonly findings: number;
  /** Of these, how many come with a fix. */
  readonly fixes: number;
  /** What is said of one of them. */
  readonly sample: string;
}

/** Rows looked at between two looks at the clock, and at most at once after an edit. */
const ROWS_AT_ONCE = 50;
/** How often it is told how many were found so far. */
const TELL_EVERY_MS = 300;
/** A finding of a row, in one number: its kind's place in the list, and whether it has a fix. */
const WITH_FIX = 1;
const PER_KIND = 2;

type Counted = { -readonly [K in keyof KindCount]: KindCount[K] };

/**
 * Counts findings by kind over a whole sheet: once in slices, then row by row as they change. Only for those who
 * want to see it, since all findings have to be worked out for it.
 */
export class FindingCensus {
  readonly sheet: SheetModel;
  readonly #onChange: () => void;
  readonly #unsubscribe: () => void;
  readonly #kinds: Counted[] = [];
  readonly #places = new Map<string, number>();
  /** What each row adds, so that it can be taken away again. Most rows add nothing and are not here. */
  readonly #byRow = new Map<RowId, number | readonly number[]>();
  /** Rows below this one were looked at. */
  #done = 0;
  readonly #changed = new Set<RowId>();
  #isAtWork = false;
  #stop: () => void = () => undefined;

  constructor(sheet: SheetModel, onChange: () => void) {
    this.sheet = sheet;
    this.#onChange = onChange;
    this.#unsubscribe = sheet.subscribe((change) => this.#sheetChanged(change));
    this.#work();
  }

  get isCounting(): boolean {
    return this.#isAtWork;
  }

  /** Kinds that there are. */
  get kinds(): readonly KindCount[] {
    return this.#kinds.filter(({ findings }) => findings > 0);
  }

  /** Findings of some kinds that come with a fix. */
  fixesOf(filter: FindingFilter): number {
    let sum = 0;
    for (const kind of this.#kinds) if (isOfKind(kind, filter)) sum += kind.fixes;
    return sum;
  }

  close(): void {
    this.#stop();
    this.#unsubscribe();
  }

  #sheetChanged({ rows }: ModelChange): void {
    if (rows === 'all') {
      // Counted anew row by row: what was counted stands until then.
      this.#done = 0;
      this.#changed.clear();
      this.#work();
    } else if (rows.size <= ROWS_AT_ONCE) {
      for (const row of rows) if (row < this.#done) this.#look(row);
      if (rows.size > 0) this.#onChange();
    } else {
      for (const row of rows) if (row < this.#done) this.#changed.add(row);
      this.#work();
    }
  }

  #work(): void {
    this.#stop();
    this.#isAtWork = true;
    this.#stop = finishInSlices(this.#steps(), () => {
      this.#isAtWork = false;
      this.#onChange();
    });
  }

  *#steps(): Generator<void, void> {
    let toldAt = performance.now();
    for (let looked = 1; ; looked++) {
      const row = this.#nextRow();
      if (row === undefined) return;
      this.#look(row);
      if (looked % ROWS_AT_ONCE > 0) continue;
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        this.#onChange();
      }
      yield;
    }
  }

  #nextRow(): RowId | undefined {
    const [changed] = this.#changed;
    if (changed !== undefined) {
      this.#changed.delete(changed);
      return changed;
    }
    return this.#done < this.sheet.rowCount ? this.#done++ : undefined;
  }

  #look(row: RowId): void {
    for (const entry of entriesOf(this.#byRow.get(row))) this.#add(entry, -1);
    const entries = this.sheet.severityOf(row) === undefined ? [] : this.#entriesNow(row);
    for (const entry of entries) this.#add(entry, 1);
    const [first] = entries;
    if (first === undefined) this.#byRow.delete(row);
    else this.#byRow.set(row, entries.length === 1 ? first : entries);
  }

  #entriesNow(row: RowId): readonly number[] {
    return this.sheet.findings(row).map((finding) => {
      const place = this.#placeOf(kindOf(finding, row, this.sheet), finding.message);
      return place * PER_KIND + (finding.fix ? WITH_FIX : 0);
    });
  }

  #placeOf(kind: FindingKind, message: string): number {
    const key = `${kind.code} ${kind.column} ${kind.lookAlike}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#kinds.length);
    return this.#kinds.push({ ...kind, findings: 0, fixes: 0, sample: message }) - 1;
  }

  #add(entry: number, by: 1 | -1): void {
    const kind = this.#kinds[Math.floor(entry / PER_KIND)];
    if (kind === undefined) return;
    kind.findings += by;
    if (entry % PER_KIND === WITH_FIX) kind.fixes += by;
  }
}

const entriesOf = (entries: number | readonly number[] | undefined): readonly number[] =>
  typeof entries === 'number' ? [entries] : (entries ?? []);

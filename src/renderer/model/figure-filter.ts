import type { FigureView } from '../../contract/figure-schemas.ts';
import type { FigureSubject } from '../../core/blast-radius/figure.ts';
import type { RowId } from '../../core/diagnostic.ts';
import type { RowState } from '../../core/row-state.ts';

/** Only rows that a figure of the plan counts. */
export interface FigureFilter {
  readonly id: string;
  readonly subject: FigureSubject;
  /** As the host told them when they were asked for. */
  readonly rows: ReadonlySet<RowId>;
}

/** An edited row is not in the plan any more, nor in its figures. */
const LEFT_THE_PLAN: ReadonlySet<RowState> = new Set(['stale', 'invalid', 'excluded']);

export const isInFigure = (
  { rows }: Pick<FigureFilter, 'rows'>,
  row: RowId,
  sheet: { stateOf(row: RowId): RowState },
): boolean => rows.has(row) && !LEFT_THE_PLAN.has(sheet.stateOf(row));

/** The rows shown by one figure after the other: the newest one that was asked for counts, whichever answer is first. */
export class FigureChoice {
  #asked = 0;

  /** @returns the filter; `undefined` where there is none, or another was asked for meanwhile */
  async ask(
    { id, subject }: FigureView,
    rowsOf: (id: string) => Promise<Uint32Array | undefined>,
  ): Promise<FigureFilter | undefined> {
    const asked = ++this.#asked;
    const rows = await rowsOf(id);
    return rows && asked === this.#asked ? { id, subject, rows: new Set(rows) } : undefined;
  }

  /** What is on its way is not wanted any more. */
  forget(): void {
    this.#asked++;
  }
}

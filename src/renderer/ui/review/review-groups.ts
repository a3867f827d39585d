import type { FigureView } from '../../../contract/figure-schemas.ts';
import type { PlanSummary } from '../../../contract/plan-schemas.ts';
import type { FigureSubject } from '../../../core/blast-radius/figure.ts';
import { ADDRESS_NAMES, type Field } from '../../../core/fields.ts';
import { SENSITIVE_FIELDS } from '../../../core/words/blast-radius.ts';

/** A field with its changes and, where there are any, those of them that clear it. */
export interface FieldLine {
  readonly field: Field;
  readonly changes: FigureView;
  readonly clears: FigureView | undefined;
}

/** A change of countries with the moves it consists of, the most frequent ones. */
export interface CountryLine {
  readonly country: FigureView;
  readonly moves: readonly FigureView[];
  /** Moves that are not listed, for they are many and rare. */
  readonly otherMoves: number;
}

/** A plan's figures as they are read: what changes, what of it is delicate, what was warned of. */
export interface ReviewGroups {
  readonly fields: readonly FieldLine[];
  readonly cleared: FigureView | undefined;
  readonly countries: readonly CountryLine[];
  readonly sensitive: readonly FigureView[];
  readonly notUndoable: readonly FigureView[];
  readonly warned: FigureView | undefined;
  readonly warnings: readonly FigureView[];
}

type Kind = FigureSubject['kind'];
type OfKind<K extends Kind> = FigureView & { readonly subject: Extract<FigureSubject, { readonly kind: K }> };

const MOST_MOVES = 5;

/** @param plan whose figures they are, most rows first; groups keep that order */
export function reviewGroups({ figures }: Pick<PlanSummary, 'figures'>): ReviewGroups {
  const ofKind = <K extends Kind>(kind: K): readonly OfKind<K>[] =>
    figures.filter((figure): figure is OfKind<K> => figure.subject.kind === kind);
  const fields = ofKind('field');
  const clears = ofKind('field_cleared');
  const moves = ofKind('country_move');
  return {
    fields: fields.map((changes) => ({
      field: changes.subject.field,
      changes,
      clears: clears.find(({ subject }) => subject.field === changes.subject.field),
    })),
    cleared: ofKind('cleared')[0],
    countries: ADDRESS_NAMES.flatMap((address) => {
      const country = ofKind('country').find(({ subject }) => subject.address === address);
      if (!country) return [];
      const all = moves.filter(({ subject }) => subject.address === address);
      const shown = all.slice(0, MOST_MOVES);
      return [{ country, moves: shown, otherMoves: all.length - shown.length }];
    }),
    sensitive: SENSITIVE_FIELDS.flatMap(
      (field) => fields.find(({ subject }) => subject.field === field) ?? [],
    ),
    notUndoable: ofKind('not_undoable'),
    warned: ofKind('warned')[0],
    warnings: ofKind('warning'),
  };
}

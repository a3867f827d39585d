import { addressField, type Field } from '../../../core/fields.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { columnIdOf } from './grid-row.ts';

/** The column in which the rows of the figure shown differ, where it is about one field: what one wants to see of them. */
export function figureColumn({
  figure,
  mapping,
}: Pick<SheetModel, 'figure' | 'mapping'>): string | undefined {
  const field = figure ? fieldOf(figure.subject) : undefined;
  if (field === undefined) return undefined;
  const column = mapping.roles.findIndex((role) => role.kind === 'write' && role.field === field);
  return column < 0 ? undefined : columnIdOf(column);
}

function fieldOf(subject: NonNullable<SheetModel['figure']>['subject']): Field | undefined {
  if ('field' in subject) return subject.field;
  return 'address' in subject ? addressField(subject.address, 'country') : undefined;
}

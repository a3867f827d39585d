import type { ReactElement } from 'react';
import type { ColumnRole, KeyKind } from '../../../../core/mapping.ts';
import type { Column } from '../../../../core/sheet.ts';
import { fieldTitle } from '../../words/app.ts';
import { MAPPING } from '../../words/mapping.ts';
import { FieldPicker } from './field-picker.tsx';

interface FieldSelectProps {
  readonly column: Column;
  readonly role: ColumnRole;
  readonly onChange: (role: ColumnRole) => void;
}

const KEY_KINDS = ['id', 'email'] as const satisfies readonly KeyKind[];

/** What a column's role is about: how the customer is found, or the field that is written or compared. */
export function FieldSelect({ column, role, onChange }: FieldSelectProps): ReactElement {
  const label = `${MAPPING.field}: ${column.name}`;
  switch (role.kind) {
    case 'key':
      return (
        <select
          className="select"
          value={role.by}
          aria-label={label}
          onChange={({ target }) => onChange({ kind: 'key', by: target.value === 'email' ? 'email' : 'id' })}
        >
          {KEY_KINDS.map((by) => (
            <option key={by} value={by}>
              {MAPPING.keyBy[by]}
            </option>
          ))}
        </select>
      );
    case 'reference':
      return (
        <span className="mapping-hint">
          {role.field === undefined
            ? MAPPING.roleHints.reference
            : MAPPING.writtenOnceEdited(fieldTitle(role.field))}
        </span>
      );
    case 'write':
    case 'check':
      return (
        <FieldPicker
          field={role.field}
          label={label}
          proposedKey={column.name}
          onChoose={(field) => onChange({ kind: role.kind, field })}
        />
      );
  }
}

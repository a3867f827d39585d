import { type ReactElement, useEffect, useState } from 'react';
import { type Field, isField } from '../../../../core/fields.ts';
import type { ColumnRole, KeyKind } from '../../../../core/mapping.ts';
import type { Column } from '../../../../core/sheet.ts';
import { fieldTitle } from '../../words/app.ts';
import { MAPPING } from '../../words/mapping.ts';
import { FIELD_GROUPS, isMetadata, metadataKeyOf } from './roles.ts';

interface FieldSelectProps {
  readonly column: Column;
  readonly role: Exclude<ColumnRole, { readonly kind: 'reference' }>;
  readonly onChange: (role: ColumnRole) => void;
}

const KEY_KINDS = ['id', 'email'] as const satisfies readonly KeyKind[];
const METADATA = 'metadata';

export function FieldSelect({ column, role, onChange }: FieldSelectProps): ReactElement {
  const label = `${MAPPING.field}: ${column.name}`;
  if (role.kind === 'key') {
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
  }
  const choose = (field: Field): void => onChange({ kind: role.kind, field });
  return (
    <>
      <select
        className="select"
        value={isMetadata(role.field) ? METADATA : role.field}
        aria-label={label}
        onChange={({ target }) => {
          if (target.value === METADATA) choose(`metadata.${column.name}`);
          else if (isField(target.value)) choose(target.value);
        }}
      >
        {FIELD_GROUPS.map(({ group, fields }) => (
          <optgroup key={group} label={MAPPING.groups[group]}>
            {fields.map((field) => (
              <option key={field} value={field}>
                {fieldTitle(field)}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={MAPPING.groups.metadata}>
          <option value={METADATA}>{MAPPING.metadata}</option>
        </optgroup>
      </select>
      {isMetadata(role.field) && <MetadataKey field={role.field} onChange={choose} />}
    </>
  );
}

/** Taken over when the person is done typing: each half-typed key would judge the whole sheet anew. */
function MetadataKey({
  field,
  onChange,
}: {
  readonly field: Field;
  readonly onChange: (field: Field) => void;
}): ReactElement {
  const key = metadataKeyOf(field);
  const [text, setText] = useState(key);
  useEffect(() => setText(key), [key]);
  const takeOver = (): void => {
    if (text === '') setText(key);
    else if (text !== key) onChange(`metadata.${text}`);
  };
  return (
    <input
      className="input input-key"
      value={text}
      aria-label={MAPPING.metadataKey}
      spellCheck={false}
      onChange={({ target }) => setText(target.value)}
      onBlur={takeOver}
      onKeyDown={(event) => {
        if (event.key === 'Enter') takeOver();
      }}
    />
  );
}

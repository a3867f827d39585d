import { type ReactElement, useEffect, useState } from 'react';
import { type Field, isField } from '../../../../core/fields.ts';
import { fieldTitle } from '../../words/app.ts';
import { MAPPING } from '../../words/mapping.ts';
import { FIELD_GROUPS, isMetadata, metadataKeyOf } from './roles.ts';

interface FieldPickerProps {
  readonly field: Field;
  /** What the choice is for, to whoever can't see it. */
  readonly label: string;
  /** The metadata key that is proposed when metadata is chosen. */
  readonly proposedKey: string;
  /** Fields that can't be chosen. */
  readonly except?: ReadonlySet<Field>;
  readonly onChoose: (field: Field) => void;
}

const METADATA = 'metadata';

/** Any field that can be written: the customer's own by name, a metadata key by typing it. */
export function FieldPicker({ field, label, proposedKey, except, onChoose }: FieldPickerProps): ReactElement {
  return (
    <>
      <select
        className="select"
        value={isMetadata(field) ? METADATA : field}
        aria-label={label}
        onChange={({ target }) => {
          if (target.value === METADATA) onChoose(`metadata.${proposedKey}`);
          else if (isField(target.value)) onChoose(target.value);
        }}
      >
        {FIELD_GROUPS.map(({ group, fields }) => (
          <optgroup key={group} label={MAPPING.groups[group]}>
            {fields.map((choice) => (
              <option key={choice} value={choice} disabled={except?.has(choice) ?? false}>
                {fieldTitle(choice)}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={MAPPING.groups.metadata}>
          <option value={METADATA}>{MAPPING.metadata}</option>
        </optgroup>
      </select>
      {isMetadata(field) && <MetadataKey field={field} onChoose={onChoose} />}
    </>
  );
}

/** Taken over when the person is done typing: each half-typed key would judge the whole sheet anew. */
function MetadataKey({
  field,
  onChoose,
}: {
  readonly field: Field;
  readonly onChoose: (field: Field) => void;
}): ReactElement {
  const key = metadataKeyOf(field);
  const [text, setText] = useState(key);
  useEffect(() => setText(key), [key]);
  const takeOver = (): void => {
    if (text === '') setText(key);
    else if (text !== key) onChoose(`metadata.${text}`);
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

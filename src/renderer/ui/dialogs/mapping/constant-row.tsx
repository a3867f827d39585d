import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { constantFindings } from '../../../../core/constants.ts';
import { type Field, isClearable } from '../../../../core/fields.ts';
import type { Constant, Mapping } from '../../../../core/mapping.ts';
import { isClearToken } from '../../../../core/tokens.ts';
import { Icon } from '../../icon.tsx';
import { IconButton } from '../../icon-button.tsx';
import { fieldTitle } from '../../words/app.ts';
import { MAPPING } from '../../words/mapping.ts';
import { FieldPicker } from './field-picker.tsx';

interface ConstantRowProps {
  readonly constant: Constant;
  readonly lookAlikes: Mapping['lookAlikes'];
  /** Fields that have a constant already. */
  readonly except: ReadonlySet<Field>;
  readonly isNew: boolean;
  readonly onChange: (constant: Constant) => void;
  readonly onRemove: () => void;
}

const CLEAR = '[clear]';

/** One constant, with what there is to say of it. Taken over when it is typed, not letter by letter. */
export function ConstantRow({
  constant,
  lookAlikes,
  except,
  isNew,
  onChange,
  onRemove,
}: ConstantRowProps): ReactElement {
  const { field, text } = constant;
  const problemsId = useId();
  const isClear = isClearToken(text);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) row.current?.querySelector('select')?.focus();
  }, [isNew]);
  const findings = text === '' ? [] : constantFindings(constant, lookAlikes);
  const takeOver = (): void => {
    if (!isClear && typed !== text) onChange({ field, text: typed });
  };
  return (
    <div ref={row} className="constant" role="group" aria-label={MAPPING.constantFor(fieldTitle(field))}>
      <div className="constant-field">
        <FieldPicker
          field={field}
          label={MAPPING.constantField}
          proposedKey="key"
          except={except}
          onChoose={(next) => {
            const keeps = !isClear || isClearable(next);
            onChange({ field: next, text: keeps ? typed : '' });
          }}
        />
      </div>
      <input
        className="input constant-value"
        value={isClear ? '' : typed}
        disabled={isClear}
        placeholder={isClear ? MAPPING.constantCleared : MAPPING.constantValue}
        aria-label={MAPPING.constantValue}
        aria-invalid={findings.some(({ severity }) => severity === 'error')}
        aria-describedby={findings.length > 0 ? problemsId : undefined}
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={takeOver}
        onKeyDown={(event) => {
          if (event.key === 'Enter') takeOver();
        }}
      />
      <label className="check-line">
        <input
          type="checkbox"
          checked={isClear}
          disabled={!isClear && !isClearable(field)}
          onChange={({ target }) => onChange({ field, text: target.checked ? CLEAR : '' })}
        />
        <span>{MAPPING.constantClear}</span>
      </label>
      <IconButton icon="remove" label={MAPPING.removeConstant(fieldTitle(field))} onClick={onRemove} />
      {findings.length > 0 && (
        <div id={problemsId} className="constant-problems" role="alert">
          {findings.map(({ code, message, severity }) => (
            <span key={code} className={`inline-problem inline-${severity}`}>
              <Icon name={severity === 'error' ? 'invalid' : 'warning'} />
              {message}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

import { memo, type ReactElement, useMemo } from 'react';
import type { Diagnostic } from '../../../../core/diagnostic.ts';
import type { ColumnRole } from '../../../../core/mapping.ts';
import type { Column } from '../../../../core/sheet.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { Icon } from '../../icon.tsx';
import { MAPPING } from '../../words/mapping.ts';
import { FieldSelect } from './field-select.tsx';
import { ROLE_KINDS, roleOfKind, withRole } from './roles.ts';
import { sampleValues } from './sample-values.ts';
import type { WhyLook } from './why.ts';

interface ColumnRowProps {
  readonly sheet: SheetModel;
  readonly column: Column;
  readonly role: ColumnRole;
  readonly why: string | undefined;
  readonly whyLook: WhyLook | undefined;
  readonly problems: readonly Diagnostic[];
}

/** One column: what is in it, what it is for, and why that is proposed. Drawn again only when something of it changes. */
export const ColumnRow = memo(function ColumnRow({
  sheet,
  column,
  role,
  why,
  whyLook,
  problems,
}: ColumnRowProps): ReactElement {
  const samples = useMemo(() => sampleValues(sheet, column.index), [sheet, column.index]);
  const change = (next: ColumnRole): void => sheet.setMapping(withRole(sheet.mapping, column.index, next));
  return (
    <tr className={`mapping-row role-${role.kind}`}>
      <th scope="row">
        <span className="mapping-head">
          <span className="mapping-name" title={column.name}>
            {column.name}
          </span>
          {whyLook === 'tag' && <span className="mapping-tag">{why}</span>}
        </span>
        <span className="mapping-samples" title={samples.join('\n')}>
          {samples.length === 0 ? MAPPING.noSamples : samples.join(' · ')}
        </span>
        {(whyLook === 'line' || whyLook === 'doubt') && (
          <span className={`mapping-why why-${whyLook}`}>
            {whyLook === 'doubt' && <Icon name="warning" />}
            {why}
          </span>
        )}
        {problems.map(({ code, message, severity }) => (
          <span key={code} className={`inline-problem inline-${severity}`} role="alert">
            <Icon name={severity === 'error' ? 'invalid' : 'warning'} />
            {message}
          </span>
        ))}
      </th>
      <td>
        <select
          className="select"
          value={role.kind}
          aria-label={`${MAPPING.use}: ${column.name}`}
          title={MAPPING.roleHints[role.kind]}
          data-role-of={column.name}
          onChange={({ target }) => {
            const kind = ROLE_KINDS.find((known) => known === target.value);
            if (kind) change(roleOfKind(kind, role, column));
          }}
        >
          {ROLE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {MAPPING.roles[kind]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <FieldSelect column={column} role={role} onChange={change} />
      </td>
    </tr>
  );
});

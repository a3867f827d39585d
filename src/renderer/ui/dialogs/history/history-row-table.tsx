import type { ReactElement } from 'react';
import type { HistoryRow } from '../../../../contract/history-schemas.ts';
import { isSameValue } from '../../../../core/json.ts';
import { Value } from '../../inspector/change-table.tsx';
import { StateMark } from '../../state-mark.tsx';
import { fieldTitle } from '../../words/app.ts';
import { HISTORY } from '../../words/history.ts';
import { INSPECTOR } from '../../words/inspector.ts';

const COLUMNS = HISTORY.rowColumns;

/** A page of rows; nothing in it can be edited. */
export function HistoryRowTable({ rows }: { readonly rows: readonly HistoryRow[] }): ReactElement {
  return (
    // Scrolls by itself, so it has to be reached by the keyboard.
    <div className="history-table-frame" tabIndex={0} role="group" aria-label={HISTORY.rows}>
      <table className="history-table">
        <thead>
          <tr>
            <th scope="col">{COLUMNS.line}</th>
            <th scope="col">{COLUMNS.status}</th>
            <th scope="col">{COLUMNS.customer}</th>
            <th scope="col">{COLUMNS.changes}</th>
            <th scope="col">{COLUMNS.message}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, line, state, customerId, fields, message }) => (
            <tr key={row}>
              <th scope="row">{line}</th>
              <td>
                <StateMark state={state} />
              </td>
              <td>
                <code title={customerId}>{customerId}</code>
              </td>
              <td>
                <Changes fields={fields} />
              </td>
              <td className="quiet">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Changes = ({ fields }: Pick<HistoryRow, 'fields'>): ReactElement => (
  <ul className="history-changes">
    {fields.map(({ field, before, sent, after }) => (
      <li key={field}>
        <span className="quiet">{fieldTitle(field)}</span> <Value value={before} look="before" />
        {' → '}
        <Value value={sent} look="after" />
        {after !== undefined && !isSameValue(after, sent) && (
          <span className="history-seen">
            {INSPECTOR.seen}: <Value value={after} look="seen" />
          </span>
        )}
      </li>
    ))}
  </ul>
);

import type { ReactElement } from 'react';
import type { PlanRowView } from '../../../contract/plan-schemas.ts';
import type { JsonValue } from '../../../core/json.ts';
import { isSameValue } from '../../../core/json.ts';
import { valueText } from '../../../core/words/values.ts';
import { Icon } from '../icon.tsx';
import { fieldTitle } from '../words/app.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { SHEET } from '../words/sheet.ts';

type Fields = PlanRowView['fields'];

/** Every field that changes: before, after, and what Atlas showed at the end where that is something else. */
export function ChangeTable({ fields }: { readonly fields: Fields }): ReactElement {
  return (
    <section className="inspector-section">
      <h3>{INSPECTOR.changes}</h3>
      <dl className="changes">
        {fields.map(({ field, before, sent, after }) => (
          <div key={field} className="change-item">
            <dt>{fieldTitle(field)}</dt>
            <dd>
              <Value value={before} look="before" />
              <Icon name="arrow" />
              <Value value={sent} look="after" />
            </dd>
            {after !== undefined && !isSameValue(after, sent) && (
              <dd className="change-seen">
                <Icon name="warning" />
                {INSPECTOR.seen}: <Value value={after} look="seen" />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ValueProps {
  readonly value: JsonValue;
  readonly look: 'before' | 'after' | 'seen';
}

/** A value as it was, as it is to be, or as it was seen. */
export function Value({ value, look }: ValueProps): ReactElement {
  const text = valueText(value);
  if (text === '') {
    return look === 'after' ? (
      <span className="value-clear">{SHEET.clearToken}</span>
    ) : (
      <span className="value-none">{SHEET.empty_value}</span>
    );
  }
  if (look === 'before') return <del>{text}</del>;
  return look === 'after' ? <ins>{text}</ins> : <span>{text}</span>;
}

import { Fragment, type ReactElement } from 'react';
import { Icon } from '../icon.tsx';
import { fieldTitle } from '../words/app.ts';
import { INSPECTOR } from '../words/inspector.ts';
import { Value } from './change-table.tsx';
import type { ComparedValue } from './compared-values.ts';

interface ValueComparisonProps {
  readonly values: readonly ComparedValue[];
  /** Somebody else changed the customer, and nothing was written. */
  readonly isConflict: boolean;
}

/** What each field was at the dry run, what Atlas has, and what the row asks for, side by side. */
export function ValueComparison({ values, isConflict }: ValueComparisonProps): ReactElement {
  return (
    <section className="inspector-section">
      <h3>{isConflict ? INSPECTOR.values.conflict : INSPECTOR.values.seen}</h3>
      <table className="three-values">
        <thead>
          <tr>
            <th scope="col">{INSPECTOR.atDryRun}</th>
            <th scope="col">{isConflict ? INSPECTOR.nowAtAtlas : INSPECTOR.seenAtAtlas}</th>
            <th scope="col">{INSPECTOR.yours}</th>
          </tr>
        </thead>
        {values.map((value) => (
          <tbody
            key={value.field}
            data-field={value.field}
            className={value.isMarked ? 'is-marked' : undefined}
          >
            <tr>
              <th scope="rowgroup" colSpan={3}>
                <div className="three-values-field">
                  {fieldTitle(value.field)}
                  {value.isMarked && (
                    <span className="three-values-mark">
                      <Icon name="warning" />
                      {isConflict ? INSPECTOR.changedByOthers : INSPECTOR.notAsWanted}
                    </span>
                  )}
                </div>
              </th>
            </tr>
            <Values {...value} />
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Values({ before, now, wanted }: ComparedValue): ReactElement {
  return (
    <tr>
      <td>
        <Value value={before} look="seen" />
      </td>
      <td>{now === undefined ? <Nothing why={INSPECTOR.notKnown} /> : <Value value={now} look="seen" />}</td>
      <td>
        {wanted === undefined ? <Nothing why={INSPECTOR.notYours} /> : <Value value={wanted} look="after" />}
      </td>
    </tr>
  );
}

const Nothing = ({ why }: { readonly why: string }): ReactElement => (
  <Fragment>
    <span className="value-none" aria-hidden="true" title={why}>
      –
    </span>
    <span className="said">{why}</span>
  </Fragment>
);

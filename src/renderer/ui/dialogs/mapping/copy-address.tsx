import type { ReactElement } from 'react';
import { fieldShape } from '../../../../core/fields.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { MAPPING } from '../../words/mapping.ts';
import { writtenFields } from './roles.ts';

/** Only where the sheet writes a billing address. */
export function CopyAddress({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const { mapping, lastTime } = sheet;
  const writesBilling = writtenFields(mapping).some((field) => {
    const shape = fieldShape(field);
    return shape.kind === 'address' && shape.address === 'billing_address';
  });
  if (!writesBilling && !mapping.copyBillingToShipping) return null;
  return (
    <label className="check-line">
      <input
        type="checkbox"
        data-copy-billing
        checked={mapping.copyBillingToShipping}
        onChange={({ target }) => sheet.setMapping({ ...mapping, copyBillingToShipping: target.checked })}
      />
      <span>
        {MAPPING.copy}{' '}
        <span className="quiet">
          {MAPPING.copyHint}
          {lastTime?.answers.copyBillingToShipping && !mapping.copyBillingToShipping && (
            <> {MAPPING.copyLastTime}</>
          )}
        </span>
      </span>
    </label>
  );
}

import type { ReactElement } from 'react';
import { fieldShape } from '../../../../core/fields.ts';
import type { SheetModel } from '../../../model/workspace-model.ts';
import { MAPPING } from '../../words/mapping.ts';
import { writtenFields } from './roles.ts';

/** Only where the sheet writes a billing address. */
export function CopyAddress({ sheet }: { readonly sheet: SheetModel }): ReactElement | null {
  const { mapping } = sheet;
  const writesBilling = writtenFields(mapping).some((field) => {
    const shape = fieldShape(field);
    return shape.kind === 'address' && shape.address === 'billing_address';
  });
  if (!writesBilling && !mapping.copyBillingToShipping) return null;
  return (
    <label className="check-line">
      <input
        type="checkbox"
        checked={mapping.copyBillingToShipping}
        onChange={({ target }) => sheet.setMapping({ ...mapping, copyBillingToShipping: target.checked })}
      />
      <span>
        {MAPPING.copy} <span className="quiet">{MAPPING.copyHint}</span>
      </span>
    </label>
  );
}

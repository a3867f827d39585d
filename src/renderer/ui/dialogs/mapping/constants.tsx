import { type ReactElement, useRef, useState } from 'react';
import { type Field, KNOWN_FIELDS } from '../../../../core/fields.ts';
import type { Constant } from '../../../../core/mapping.ts';
import type { SheetModel } from '../../../model/sheet-model.ts';
import { Icon } from '../../icon.tsx';
import { MAPPING } from '../../words/mapping.ts';
import { ConstantRow } from './constant-row.tsx';

/** A constant as it is being made: without a text it is not in the mapping yet. */
interface Draft extends Constant {
  readonly id: number;
}

/** Values for the blank cells of a field. */
export function Constants({ sheet }: { readonly sheet: SheetModel }): ReactElement {
  const nextId = useRef(sheet.mapping.constants.length);
  const [added, setAdded] = useState(-1);
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    sheet.mapping.constants.map((constant, id) => ({ ...constant, id })),
  );
  const change = (next: readonly Draft[]): void => {
    setDrafts(next);
    const constants = next.filter(({ text }) => text !== '').map(({ field, text }) => ({ field, text }));
    if (JSON.stringify(constants) === JSON.stringify(sheet.mapping.constants)) return;
    sheet.setMapping({ ...sheet.mapping, constants });
  };
  const add = (): void => {
    const id = nextId.current++;
    setAdded(id);
    change([...drafts, { id, field: freeField(others(id)), text: '' }]);
  };
  const others = (id: number): ReadonlySet<Field> =>
    new Set(drafts.filter((draft) => draft.id !== id).map(({ field }) => field));
  return (
    <section className="constants" aria-labelledby="constants-title">
      <h3 id="constants-title">{MAPPING.constants}</h3>
      <p className="quiet">{MAPPING.constantsLead}</p>
      {drafts.map((draft) => (
        <ConstantRow
          key={draft.id}
          constant={draft}
          lookAlikes={sheet.mapping.lookAlikes}
          except={others(draft.id)}
          isNew={draft.id === added}
          onChange={(constant) =>
            change(drafts.map((other) => (other.id === draft.id ? { ...constant, id: draft.id } : other)))
          }
          onRemove={() => change(drafts.filter(({ id }) => id !== draft.id))}
        />
      ))}
      <button type="button" className="button button-plain add-constant" onClick={add}>
        <Icon name="add" />
        {MAPPING.addConstant}
      </button>
    </section>
  );
}

/** Country first: it is what lists of addresses most often leave out. */
const OFTEN_CONSTANT = [
  'billing_address.country',
  'shipping_address.country',
] as const satisfies readonly Field[];

const freeField = (taken: ReadonlySet<Field>): Field =>
  [...OFTEN_CONSTANT, ...KNOWN_FIELDS].find((field) => !taken.has(field)) ?? 'metadata.key';

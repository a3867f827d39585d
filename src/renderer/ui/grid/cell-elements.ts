import type { Change } from '../../../core/change.ts';
import { ROW_STATES, type RowState } from '../../../core/row-state.ts';
import { STATE_LABELS } from '../../../core/words/states.ts';
import { valueText } from '../../../core/words/values.ts';
import { SHEET } from '../words/sheet.ts';
import { iconElement } from './icon-element.ts';

/** The contents of cells that are more than their text. */

/** With other words where more is to be said of a row than its state. */
export function stateElement(state: RowState, words: string = STATE_LABELS[state]): HTMLElement {
  const mark = element('span', `state tone-${ROW_STATES[state].tone}`);
  mark.append(iconElement(state), element('span', '', words));
  return mark;
}

/** A row that was not gone through yet. */
export const pendingElement = (): HTMLElement => element('span', 'state state-pending', SHEET.notYet);

/** `02138 → 02139`: the old value quiet and struck through, the new one plain to see. */
export function changeElement({ before, after }: Change): HTMLElement {
  const cell = element('span', 'change');
  const old = valueText(before);
  if (before !== undefined)
    cell.append(old === '' ? element('span', 'value-none', SHEET.none) : element('del', '', old));
  cell.append(iconElement('arrow'));
  const wanted = valueText(after);
  cell.append(wanted === '' ? clearedElement() : element('ins', '', wanted));
  return cell;
}

/** A cell that asks for its field to be emptied. */
export const clearedElement = (): HTMLElement => element('span', 'value-clear', SHEET.clearToken);

function element(tag: 'span' | 'del' | 'ins', className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

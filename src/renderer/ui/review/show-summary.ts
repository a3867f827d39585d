import { afterFrame } from '../../model/breathe.ts';
import { actions } from '../../store.ts';
import { SUMMARY_HEADING_ID } from '../dom-ids.ts';
import { useView } from '../view-state.ts';

/** Brings the summary into sight, in the place of a row's details, and the keyboard to it. */
export async function showSummary(): Promise<void> {
  useView.setState({ inspectorIsOpen: true });
  actions.select(null);
  await afterFrame();
  document.getElementById(SUMMARY_HEADING_ID)?.focus();
}

import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { type CommandId, commandOf } from '../commands.ts';
import { useSheet } from '../use-sheet.ts';
import { CommandButton } from './command-button.tsx';

/** A command that is there only while it can be given. */
export function OfferButton({ id }: { readonly id: CommandId }): ReactElement | null {
  useSheet();
  const isEnabled = useWorkspace((state) => commandOf(id).isEnabled(state));
  return isEnabled ? <CommandButton id={id} /> : null;
}

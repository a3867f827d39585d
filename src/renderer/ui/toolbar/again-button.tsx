import type { ReactElement } from 'react';
import { useWorkspace } from '../../store.ts';
import { type CommandId, commandOf } from '../commands.ts';
import { CommandButton } from './command-button.tsx';

type AgainCommand = Extract<CommandId, `plan.again_${string}`>;

/** One click to a plan of what did not end as wanted; not there where there is nothing like that. */
export function AgainButton({ id }: { readonly id: AgainCommand }): ReactElement | null {
  const isEnabled = useWorkspace((state) => commandOf(id).isEnabled(state));
  return isEnabled ? <CommandButton id={id} /> : null;
}

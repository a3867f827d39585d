import type { ReactElement } from 'react';
import type { CommandId } from '../commands.ts';
import { OfferButton } from './offer-button.tsx';

type AgainCommand = Extract<CommandId, `plan.again_${string}`>;

/** One click to a plan of what did not end as wanted; not there where there is nothing like that. */
export const AgainButton = ({ id }: { readonly id: AgainCommand }): ReactElement => <OfferButton id={id} />;

import type { ReactElement, ReactNode } from 'react';

interface InPlaceProps {
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Something asked within a list of a dialog: Escape takes it back, and leaves the dialog open. */
export const InPlace = ({ onCancel, children }: InPlaceProps): ReactElement => (
  <div
    className="connection-below"
    onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }}
  >
    {children}
  </div>
);

import type { ReactElement, ReactNode } from 'react';
import type { FigureView } from '../../../contract/figure-schemas.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { EVERY_ROW } from '../../model/sheet-view.ts';

interface FigureButtonProps {
  readonly sheet: SheetModel;
  readonly figure: FigureView;
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A number that shows its rows when clicked, and all rows when clicked again. */
export function FigureButton({
  sheet,
  figure,
  label,
  className = 'figure',
  children,
}: FigureButtonProps): ReactElement {
  const isShown = sheet.figure?.id === figure.id;
  return (
    <button
      type="button"
      className={className}
      aria-pressed={isShown}
      aria-label={label}
      data-figure={figure.id}
      onClick={() => (isShown ? sheet.show(EVERY_ROW) : void sheet.showFigure(figure))}
    >
      {children}
    </button>
  );
}

interface FigureLineProps {
  readonly sheet: SheetModel;
  readonly figure: FigureView;
  readonly label: string;
  readonly isPart?: boolean;
}

/** The usual look of one: its number, and what it counts. */
export function FigureLine({ sheet, figure, label, isPart = false }: FigureLineProps): ReactElement {
  return (
    <FigureButton sheet={sheet} figure={figure} className={`figure${isPart ? ' figure-part' : ''}`}>
      <strong className="figure-number">{number(figure.rows)}</strong>
      <span className="figure-label">{label}</span>
    </FigureButton>
  );
}

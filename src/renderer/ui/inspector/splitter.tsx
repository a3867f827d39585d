import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { INSPECTOR_WIDTHS, resizeInspector, useView } from '../view-state.ts';
import { INSPECTOR } from '../words/inspector.ts';

const STEP = 16;

/** Makes the details wider or narrower, by mouse or arrow keys; a double click gives them their usual width. */
export function Splitter(): ReactElement {
  const width = useView((view) => view.inspectorWidth);
  const onPointerDown = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>): void => {
    currentTarget.setPointerCapture(pointerId);
    const stopListening = new AbortController();
    const { signal } = stopListening;
    const onMove = (move: globalThis.PointerEvent): void => resizeInspector(width + clientX - move.clientX);
    currentTarget.addEventListener('pointermove', onMove, { signal });
    currentTarget.addEventListener('lostpointercapture', () => stopListening.abort(), { signal });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resizeInspector(width + step);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={INSPECTOR.resize}
      aria-valuemin={INSPECTOR_WIDTHS.least}
      aria-valuemax={INSPECTOR_WIDTHS.most}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => resizeInspector(INSPECTOR_WIDTHS.usual)}
    />
  );
}

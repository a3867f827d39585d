import type { ReactElement } from 'react';

/** A sheet with one cell corrected. */
export function Logo(): ReactElement {
  return (
    <svg className="logo" viewBox="0 0 48 48" aria-hidden="true">
      <rect className="logo-sheet" x="5" y="8" width="38" height="32" rx="5" />
      <path className="logo-lines" d="M5 18h38M5 29h38M18 8v32" />
      <rect className="logo-cell" x="18" y="18" width="25" height="11" />
      <path className="logo-check" d="M25.5 23.5l3 3 6-6.5" />
    </svg>
  );
}

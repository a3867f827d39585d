import type { Place } from '../diagnostic.ts';

/** The beginning of a line that says where something was found; rows are said by their caller. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'line':
      return `Line ${place.line}: `;
    case 'column':
      return `Column ${place.column + 1}: `;
    case 'file':
    case 'row':
    case 'cell':
      return '';
  }
}

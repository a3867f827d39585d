import { type IconName, iconShape } from '../icon-shapes.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** An icon for cells, which React does not render. Always beside words, so without a label. */
export function iconElement(name: IconName): SVGSVGElement {
  const { line, area } = iconShape(name);
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  if (area !== undefined) icon.append(path(area, 'icon-area'));
  icon.append(path(line));
  return icon;
}

function path(shape: string, className?: string): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('d', shape);
  if (className !== undefined) element.setAttribute('class', className);
  return element;
}

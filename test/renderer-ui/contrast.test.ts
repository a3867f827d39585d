import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/renderer/styles/tokens.css'), 'utf8');

/** Colours by name, light and dark. */
const colours: ReadonlyMap<string, readonly string[]> = new Map(
  [...css.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
    ([, name = '', light = '', dark = '', same]) => [name, same === undefined ? [light, dark] : [same, same]],
  ),
);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Texts, and the backgrounds they are read on. */
const READ_ON: { readonly [text: string]: readonly string[] } = {
  text: ['chrome', 'surface', 'raised', 'hover', 'accent-tint', 'bad-tint', 'attention-tint', 'live-tint'],
  quiet: [
    'chrome',
    'surface',
    'raised',
    'hover',
    'pressed',
    'accent-tint',
    'bad-tint',
    'attention-tint',
    'live-tint',
  ],
  accent: ['chrome', 'surface', 'raised', 'accent-tint'],
  good: ['chrome', 'surface', 'raised', 'accent-tint'],
  attention: ['chrome', 'surface', 'raised', 'accent-tint', 'attention-tint'],
  bad: ['chrome', 'surface', 'raised', 'accent-tint', 'bad-tint'],
  live: ['live-tint'],
  test: ['test-tint'],
  'on-fill': ['accent-fill', 'accent-fill-hover', 'live-fill', 'live-fill-hover'],
  'tip-text': ['tip'],
};

const PAIRS = Object.entries(READ_ON).flatMap(([text, grounds]) =>
  grounds.map((ground) => [text, ground] as const),
);

/** Source: WCAG 2.2, 1.4.3, for text of normal size. */
const LEAST = 4.5;

describe('text on screen', () => {
  it.each(PAIRS)('%s on %s can be read, in light and in dark', (text, ground) => {
    for (const scheme of [0, 1]) {
      const pair = [colours.get(text)?.[scheme] ?? '', colours.get(ground)?.[scheme] ?? ''] as const;
      expect(contrast(...pair), pair.join(' on ')).toBeGreaterThanOrEqual(LEAST);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.ts';

const css = readFileSync(join(root, 'src/renderer/styles/tokens.css'), 'utf8');
const SHADES = ['light', 'dark'] as const;
type Shade = (typeof SHADES)[number];

/** The colours with more contrast, over the usual ones: `--text` by shade, as `#rrggbb`. */
function coloursOf(shade: Shade): ReadonlyMap<string, string> {
  const [usual = '', more = ''] = css.split(':root[data-contrast="more"]');
  const colours = new Map<string, string>();
  for (const block of [usual, more.split('}')[0] ?? '']) {
    for (const [, name, light, dark] of block.matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
      colours.set(name ?? '', (shade === 'light' ? light : dark) ?? '');
    for (const [, name, both] of block.matchAll(/(--[\w-]+): (#\w{6});/g))
      colours.set(name ?? '', both ?? '');
  }
  return colours;
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const BACKGROUNDS = ['--chrome', '--surface', '--raised', '--sunken'];
const ON_THEM = [
  '--text',
  '--quiet',
  '--accent',
  '--good',
  '--attention',
  '--bad',
  '--test',
  '--live',
  '--line',
  '--line-soft',
  '--control-line',
];
const PAIRS: readonly (readonly [string, string])[] = [
  ...BACKGROUNDS.flatMap((background) => ON_THEM.map((name) => [name, background] as const)),
  ...['--hover', '--pressed', '--accent-tint', '--bad-tint', '--attention-tint'].map(
    (background) => ['--text', background] as const,
  ),
  ['--bad', '--bad-tint'],
  ['--attention', '--attention-tint'],
  ['--good', '--good-tint'],
  ['--test', '--test-tint'],
  ['--live', '--live-tint'],
  ['--on-fill', '--accent-fill'],
  ['--on-fill', '--accent-fill-hover'],
  ['--on-fill', '--live-fill'],
  ['--tip-text', '--tip'],
];

describe.each(SHADES)('with more contrast, in %s', (shade) => {
  const colours = coloursOf(shade);
  it.each(PAIRS)('%s on %s stands out by 7 : 1', (front, back) => {
    const [one, other] = [colours.get(front), colours.get(back)];
    expect(one).toMatch(/^#/);
    expect(other).toMatch(/^#/);
    expect(ratio(one ?? '', other ?? '')).toBeGreaterThanOrEqual(7);
  });
});

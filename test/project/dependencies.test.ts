import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/lib/dependencies.mjs';
import { runsTypeScript } from '../../scripts/lib/node.mjs';
import { root } from '../../scripts/lib/paths.ts';

interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const lockedPackages = (): Readonly<Record<string, LockedPackage>> =>
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> }).packages;

describe('dependencies', () => {
  it('are pinned to exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
      read('package.json'),
    ) as PackageJson;
    const all = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...overrides,
    });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked by what they contain, not by where they came from', () => {
    const locked = Object.entries(lockedPackages()).filter(([path]) => path !== '');
    expect(locked.length).toBeGreaterThan(0);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    // A registry need not have what is for other platforms, so what it contains may not be known.
    const needed = locked.filter(([path, { optional }]) => optional !== true || existsSync(join(root, path)));
    expect(needed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });

  it('are locked for every platform, or a clean install fails on all of them', () => {
    const packages = lockedPackages();
    const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${parent}/node_modules/${name}` in packages || `node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('what is installed', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/for-other-platforms': { version: '1.0.0', integrity: 'y', optional: true },
  };

  it('is what the lock file asks for, also without what is for other platforms', () => {
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'x' } })).toBe(true);
  });

  it.each([
    ['something is missing', {}],
    ['something has another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }],
    ['something has other content', { 'node_modules/a': { version: '1.0.0', integrity: 'z' } }],
    [
      'something is there that nobody asked for',
      { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': { version: '1.0.0' } },
    ],
  ])('is something else when %s', (_, installed) => {
    expect(isInstalled(wanted, installed)).toBe(false);
  });
});

describe('a Node that runs the project', () => {
  it.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['23.5.0', false],
    ['23.6.0', true],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('%s: %s', (version, isEnough) => {
    expect(runsTypeScript(version)).toBe(isEnough);
  });
});

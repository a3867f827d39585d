import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import { cruiseOptions, importRules } from '../import-rules.ts';

/**
 * Checks the imports of a tree's `src` against scripts/import-rules.ts.
 *
 * dependency-cruiser reads nothing, finds nothing and is content when it has no parser it knows, so a file it
 * did not read is a finding as well.
 * @returns what is wrong, for a person; empty when nothing is
 */
export async function checkImportDirections(folder: string): Promise<string> {
  const { output } = await cruise(['src'], {
    ...cruiseOptions,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: [...importRules] },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text.');
  return [...unread(folder, output), ...output.summary.violations.map(describe)].join('\n');
}

function unread(folder: string, { modules }: ICruiseResult): readonly string[] {
  const read = new Set(modules.map(({ source }) => source));
  const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => `src/${path.split(sep).join('/')}`);
  if (files.length === 0) return [`There are no source files in ${join(folder, 'src')}.`];
  return files
    .filter((path) => !read.has(path))
    .map((path) => `${path}: was not read, so nothing is known of it`);
}

function describe({ from, to, rule, cycle, comment }: IViolation): string {
  const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
  const why = comment ?? importRules.find(({ name }) => name === rule.name)?.comment ?? '';
  return `${from} → ${path}\n    ${rule.name}: ${why}`;
}

import { delimiter, dirname } from 'node:path';

/**
 * The environment with a Node's folder first on the PATH, so that whatever is started by name below it, npm's
 * own scripts included, is that Node too.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} nodePath
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeFirst(environment, nodePath) {
  // Windows spells it Path and treats case as equal; a second PATH beside it would be a coin toss.
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folder = dirname(nodePath);
  const before = (environment[name] ?? '').split(delimiter).filter((entry) => entry !== '');
  if (before[0] === folder) return environment;
  return { ...environment, [name]: [folder, ...before].join(delimiter) };
}

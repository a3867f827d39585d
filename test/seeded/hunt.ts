import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVitest, type TestCase, type TestModule, type Vitest } from 'vitest/node';
import { root } from '../../scripts/lib/paths.ts';
import { type ExpectedTest, patched, type SeededBug } from './seeded-bug.ts';
import { seeding } from './seeding.ts';

/** What became of a seeded bug. */
export interface Hunted {
  readonly bug: SeededBug;
  /** Full names of the tests that failed over it. */
  readonly caughtBy: readonly string[];
  /** Why it doesn't count as caught; a sentence each. */
  readonly trouble: readonly string[];
}

/** Runs for each bug the tests that are expected to catch it, with the bug in the source they load. */
export async function hunt(bugs: readonly SeededBug[]): Promise<readonly Hunted[]> {
  await checkPatches(bugs);
  const vitest = await createVitest(
    { watch: false, config: false, root, reporters: [{}], maxWorkers: 2 },
    {
      // Apart from the other tests' results, most of which are about the same files.
      cacheDir: join(root, 'node_modules/.cache/vite-seeded'),
      test: { projects: bugs.map(projectOf) },
    },
  );
  try {
    const specifications = bugs.flatMap((bug) => specificationsFor(bug, vitest));
    const { testModules } = await vitest.runTestSpecifications(specifications);
    return bugs.map((bug) => {
      const modules = testModules.filter(({ project }) => project.name === bug.name);
      return { bug, ...judge(bug, modules) };
    });
  } finally {
    await vitest.close();
  }
}

const projectOf = (bug: SeededBug) => ({
  root,
  plugins: [seeding(bug)],
  test: {
    name: bug.name,
    testTimeout: 10_000,
    // What it keeps of a module is kept without the bug.
    fsModuleCache: false,
  },
});

const pathOf = ({ file }: ExpectedTest): string => join(root, 'test', file);

function specificationsFor({ name, caughtBy }: SeededBug, vitest: Vitest) {
  const project = vitest.projects.find((one) => one.name === name);
  if (!project) throw new Error(`There is no project for: ${name}`);
  return caughtBy.map((expected) =>
    project.createSpecification(pathOf(expected), {
      testNamePattern: new RegExp(literally(expected.test), 'u'),
    }),
  );
}

const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

function judge(
  { caughtBy: expected }: SeededBug,
  modules: readonly TestModule[],
): Pick<Hunted, 'caughtBy' | 'trouble'> {
  const caughtBy: string[] = [];
  const trouble: string[] = [];
  for (const one of expected) {
    const module = modules.find(({ moduleId }) => moduleId === pathOf(one));
    const loadErrors = module?.errors() ?? [];
    for (const { message } of loadErrors) trouble.push(`${one.file} does not load: ${message}`);
    const ran = [...(module?.children.allTests() ?? [])].filter((test) => test.result().state !== 'skipped');
    const failed = ran.filter((test) => test.result().state === 'failed');
    if (ran.length === 0) trouble.push(`There is no test “${one.test}” in ${one.file}.`);
    else if (failed.length === 0) trouble.push(`Survived “${one.test}” in ${one.file}.`);
    else if (failed.every(hasOnlyRunOutOfTime))
      trouble.push(`“${one.test}” in ${one.file} only ran out of time.`);
    caughtBy.push(...failed.map((test) => `${one.file} › ${test.fullName}`));
  }
  return { caughtBy, trouble };
}

/** A busy machine does that too, without any bug. */
const hasOnlyRunOutOfTime = (test: TestCase): boolean =>
  (test.result().errors ?? []).every(({ message }) => message.startsWith('Test timed out'));

/** Before anything runs: a patch that no longer fits says so, whether or not a test loads its file. */
async function checkPatches(bugs: readonly SeededBug[]): Promise<void> {
  for (const { patches } of bugs) {
    const sources = new Map<string, string>();
    for (const patch of patches) {
      const source = sources.get(patch.file) ?? (await readFile(join(root, patch.file), 'utf8'));
      sources.set(patch.file, patched(source, patch));
    }
  }
}

import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Which way imports may point. Each rule says why it is there; the sentence is what a person reads who breaks
 * it. Checked by `npm test`; see lib/import-directions.ts for how.
 */

interface Room {
  /** The files of src it may import besides its own, as regular expressions below `src/`. */
  readonly mayImport: readonly string[];
  readonly why: string;
}

const ROOMS: Readonly<Record<string, Room>> = {
  core: {
    mayImport: [],
    why: 'core is the same in the window, in the engine and in tests: it knows none of the rooms around it.',
  },
  contract: {
    mayImport: ['core/'],
    why: 'The contract is shared by window and host; with code of one side in it, the other could not load it.',
  },
  services: {
    mayImport: ['core/', 'contract/'],
    why: 'services do the work under Electron, in the terminal and in tests alike: they know none of them.',
  },
  practice: {
    // Types vanish; see the rule below on what is more than a type.
    mayImport: ['core/(atlas|json)\\.ts$'],
    why: 'The practice server shares no code with what it tests, so that one mistake cannot cancel itself out.',
  },
  engine: {
    mayImport: ['core/', 'contract/', 'services/', 'practice/'],
    why: 'The engine is only the process in which services and the practice server work.',
  },
  main: {
    // Work is the engine's: of it main knows what it may be asked, and nothing that does it.
    mayImport: ['core/', 'contract/', 'services/', 'engine/(methods|messages)\\.ts$'],
    why: 'main puts the app together; window, terminal, practice server and the engine’s work are not its parts.',
  },
  cli: {
    mayImport: ['core/', 'contract/', 'services/', 'practice/'],
    why: 'The terminal does the same job by the same services; nothing of the app may be needed for it.',
  },
  renderer: {
    mayImport: ['core/', 'contract/'],
    why: 'The window holds neither the key nor the network; it asks the host through the contract.',
  },
  preload: {
    // The bridge is a type; what is imported of it vanishes.
    mayImport: ['contract/(names|bridge)\\.ts$'],
    why: 'The preload script is the gap in the wall between window and host: it passes names on and knows nothing else.',
  },
};

interface Package {
  readonly name: string;
  /** Where in src it may be imported, as regular expressions below `src/`. */
  readonly in: readonly string[];
  readonly why: string;
}

/** Every package that src may import. What the window or core import becomes part of what is shipped to it. */
const PACKAGES: readonly Package[] = [
  {
    name: 'zod',
    in: ['core/zod\\.ts$'],
    why: 'zod has to be configured before the first schema (its probing for eval breaks the window’s policy): import it from src/core/zod.ts.',
  },
  { name: 'papaparse', in: ['core/csv/'], why: 'How CSV is read and written is decided in one place.' },
  {
    name: 'undici',
    in: ['services/', 'practice/'],
    why: 'Requests leave through services only: one gate, one key, one set of bounds.',
  },
  { name: 'p-limit', in: ['services/'], why: 'services decide how much is under way at once.' },
  { name: '@faker-js/faker', in: ['practice/'], why: 'Invented customers live in the practice server only.' },
  { name: 'electron', in: ['main/', 'preload/'], why: 'Everything else also runs without Electron.' },
  {
    name: 'ag-grid-community',
    in: ['renderer/'],
    why: 'The grid only views; nothing else may depend on it.',
  },
  { name: 'react', in: ['renderer/'], why: 'The screen is the window’s.' },
  { name: 'react-dom', in: ['renderer/'], why: 'The screen is the window’s.' },
  { name: 'zustand', in: ['renderer/'], why: 'The state of the screen is the window’s.' },
  { name: 'cli-progress', in: ['cli/'], why: 'The terminal’s screen is the terminal’s.' },
  { name: 'cli-table3', in: ['cli/'], why: 'The terminal’s screen is the terminal’s.' },
];

const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram'];
const HAVE_NODE = ['services', 'practice', 'engine', 'main', 'cli'];

const anyOf = (patterns: readonly string[]): string => `(${patterns.join('|')})`;
/** A package's files, or its bare name where it isn't installed. */
const packagePath = (name: string): string => `(^|/)node_modules/${name}/|^${name}(/|$)`;

const roomRules: readonly IForbiddenRuleType[] = Object.entries(ROOMS).map(([room, { mayImport, why }]) => ({
  name: `room-${room}`,
  comment: why,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/${anyOf([`${room}/`, ...mayImport])}` },
}));

const packageRules: readonly IForbiddenRuleType[] = PACKAGES.map(({ name, in: places, why }) => ({
  name: `package-${name}`,
  comment: why,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${anyOf(places)}` },
  to: { path: packagePath(name) },
}));

export const importRules: readonly IForbiddenRuleType[] = [
  ...roomRules,
  ...packageRules,
  {
    name: 'room-unknown',
    comment: 'Every file belongs to a room, or no rule holds for it (scripts/import-rules.ts, ROOMS).',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${anyOf(Object.keys(ROOMS))}/` },
    to: {},
  },
  {
    name: 'practice-types-only',
    comment:
      'With a function of ours in it, the practice server would repeat our mistakes instead of showing them.',
    severity: 'error',
    from: { path: '^src/practice/' },
    to: { path: '^src/core/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'package-unlisted',
    comment:
      'A package in src is a decision: list it in scripts/import-rules.ts with where it may be used and why.',
    severity: 'error',
    from: { path: '^src/' },
    to: {
      dependencyTypesNot: ['core', 'local'],
      pathNot: ['^src/', '^(scripts|test)/', ...PACKAGES.map(({ name }) => packagePath(name))],
    },
  },
  {
    name: 'no-node',
    comment: 'core, contract, preload and renderer also run where Node is not.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${anyOf(HAVE_NODE)}/` },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'network',
    comment: 'Requests leave through services only: one gate, one key, one set of bounds.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(services|practice)/' },
    to: { path: `^(node:)?${anyOf(NETWORK)}$` },
  },
  {
    name: 'not-outside-src',
    comment: 'What is shipped must not need what isn’t.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(scripts|test)/' },
  },
  {
    name: 'no-circle',
    comment: 'Modules in a circle can only be understood together, and load in an order nobody chose.',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'not-found',
    comment: 'An import that leads nowhere is checked by no rule.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: PACKAGES.map(({ name }) => packagePath(name)) },
  },
];

export const cruiseOptions: ICruiseOptions = {
  // TypeScript 7 has no API for dependency-cruiser to parse with.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: ['node_modules', '^(scripts|test)/'] },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
  },
};

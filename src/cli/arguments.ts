import { parseArgs } from 'node:util';
import { CommandFailure, EXIT } from './exit-codes.ts';

/** What each command is about. */
const COMMANDS = {
  'dry-run': 'file',
  apply: 'file',
  demo: 'nothing',
  runs: 'nothing',
  undo: 'run',
  resume: 'run',
  help: 'nothing',
} as const;

export type Command = keyof typeof COMMANDS;

const isCommand = (word: string): word is Command => Object.hasOwn(COMMANDS, word);

export interface Arguments {
  readonly command: Command;
  readonly file: string | undefined;
  /** Of `undo` and `resume`. */
  readonly runId: string | undefined;
  readonly isPractice: boolean;
  readonly baseUrl: string | undefined;
  readonly name: string | undefined;
  readonly mappingFile: string | undefined;
  readonly key: string | undefined;
  readonly write: readonly string[];
  readonly check: readonly string[];
  readonly ignore: readonly string[];
  readonly blank: readonly string[];
  readonly delimiter: string | undefined;
  readonly encoding: string | undefined;
  readonly headerLine: number | undefined;
  readonly keepsExcelText: boolean;
  readonly isConfirmed: boolean;
  readonly planHash: string | undefined;
  readonly reason: string | undefined;
  readonly report: string | undefined;
  readonly failed: string | undefined;
  readonly isJson: boolean;
  readonly showsAll: boolean;
  readonly concurrency: number | undefined;
}

const OPTIONS = {
  practice: { type: 'boolean' },
  'base-url': { type: 'string' },
  name: { type: 'string' },
  mapping: { type: 'string' },
  key: { type: 'string' },
  write: { type: 'string', multiple: true },
  check: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  blank: { type: 'string', multiple: true },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
  'header-line': { type: 'string' },
  'keep-excel-text': { type: 'boolean' },
  yes: { type: 'boolean' },
  plan: { type: 'string' },
  reason: { type: 'string' },
  report: { type: 'string' },
  failed: { type: 'string' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  concurrency: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const MOST_CONCURRENT = 16;

const usage = (message: string): CommandFailure =>
  new CommandFailure(EXIT.usage, `${message}\nSee: npm run cli -- help`);

/** Reads the command line. What does not fit is refused rather than passed over. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [word = 'help', subject, ...more] = positionals;
  if (values.help || word === 'help') return argumentsOf('help', undefined, values);
  if (!isCommand(word)) throw usage(`There is no command “${word}”.`);
  const about = COMMANDS[word];
  if (more.length > 0)
    throw usage(`One ${about === 'run' ? 'run' : 'file'} at a time: “${more.join(' ')}” is too much.`);
  if (word === 'demo' && subject !== undefined) throw usage('The demo brings its own sheet.');
  if (word === 'runs' && subject !== undefined) throw usage('runs lists all runs; it takes no name.');
  if (about !== 'nothing' && subject === undefined)
    throw usage(`Say which ${about}: npm run cli -- ${word} ${about.toUpperCase()}`);
  if (about === 'run' && values.practice)
    throw usage('The practice server of a command ends with it; its runs can’t be undone or gone on with.');
  if (values.practice && values['base-url'] !== undefined) throw usage('Either --practice or --base-url.');
  return argumentsOf(word, subject, values);
}

type Values = ReturnType<typeof parse>['values'];

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function argumentsOf(command: Command, subject: string | undefined, values: Values): Arguments {
  return {
    command,
    file: COMMANDS[command] === 'file' ? subject : undefined,
    runId: COMMANDS[command] === 'run' ? subject : undefined,
    isPractice: values.practice ?? false,
    baseUrl: values['base-url'],
    name: values.name,
    mappingFile: values.mapping,
    key: values.key,
    write: values.write ?? [],
    check: values.check ?? [],
    ignore: values.ignore ?? [],
    blank: values.blank ?? [],
    delimiter: values.delimiter,
    encoding: values.encoding,
    headerLine: readWhole('header-line', values['header-line'], Number.MAX_SAFE_INTEGER),
    keepsExcelText: values['keep-excel-text'] ?? false,
    isConfirmed: values.yes ?? false,
    planHash: values.plan,
    reason: values.reason?.trim() === '' ? undefined : values.reason?.trim(),
    report: values.report,
    failed: values.failed,
    isJson: values.json ?? false,
    showsAll: values.all ?? false,
    concurrency: readWhole('concurrency', values.concurrency, MOST_CONCURRENT),
  };
}

function readWhole(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? 'from 1 on' : `from 1 to ${most}`;
    throw usage(`--${option} takes a whole number ${range}.`);
  }
  return value;
}

import { ENCODINGS } from '../core/csv/encoding.ts';

/** Words in lines of a terminal's width, below the text beside an option. */
function below(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1) ?? ''}${word} `;
    if (line.length > 62) lines.push(`${word} `);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trim()).join(`\n${' '.repeat(25)}`);
}

const encodings = below(ENCODINGS.map((name, index) => (index < ENCODINGS.length - 1 ? `${name},` : name)));

export const USAGE = `Patchsheet in a terminal

  npm run cli -- dry-run FILE [options]      what would change; writes nothing
  npm run cli -- apply FILE --yes [options]  dry run, then apply its changes
  npm run cli -- runs                        the runs so far, the newest first
  npm run cli -- undo RUN [--yes]            what would take a run back; with --yes, do it
  npm run cli -- resume RUN --yes            go on with a run that was interrupted
  npm run demo                               the whole job on a sample sheet and the practice server

Whom to talk to
  --practice             a practice server, started for this command only
  --base-url URL         default https://api.atlas.co/functions/v1
  ATLAS_API_KEY          the key, from the environment: sk_test_… or sk_live_…
  --name NAME            what to call the connection in reports

How to read the sheet
  --mapping FILE         roles by header, as JSON (see the README)
  --key HEADER           the column that finds the customer: an id, or an e-mail
  --write HEADER=FIELD   write a column to a field; can be given again
  --check HEADER=FIELD   a column that must equal a field’s current value
  --ignore HEADER        a column that is only kept for the report
  --blank ADDRESS=RULE   what a blank cell means in a row that sets other parts of
                         an address: billing=keep, billing=clear, shipping=keep …
  --delimiter CHAR       , ; | or tab
  --encoding NAME        ${encodings}
  --header-line N        the line of the file with the headers, where titles stand above
  --keep-excel-text      read ="02138" as it is written, not as the text 02138

What to do
  --yes                  apply, undo, resume: yes, really
  --plan HASH            apply, undo: only if the plan has this hash, or begins with it
                         (eight characters or more); needed with a live key
  --reason TEXT          apply, undo: a ticket, or why it is done; kept with the run and in
                         its report; needed with a live key
  --report FILE          write the report: .csv, .html to print (of a dry run: for
                         approval), or .json with everything
  --failed FILE          write the rows that did not succeed as a sheet to import again
  --json                 print everything as JSON instead of tables
  --all                  list every row, not only the first 50
  --concurrency N        rows at work at a time (default 4, at most 16)

Exit codes
  0 every row as wanted   1 defect          2 usage            3 sheet or mapping unusable
  4 some rows are not     5 connection      6 another plan     7 ended early     8 report not written

A run is named as runs lists it. Undo and resume talk to the address the run was made with (--base-url) and
need a key of its mode.

Ctrl+C finishes what is in flight and stops; a second one aborts.`;

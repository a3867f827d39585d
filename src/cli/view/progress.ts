import type { Writable } from 'node:stream';
import cliProgress from 'cli-progress';
import { number } from '../../core/words/text.ts';

/** A bar on a terminal, a line now and then elsewhere. Always on stderr: stdout is for results. */
export interface Progress {
  update(done: number, note: string): void;
  stop(): void;
}

/** Between lines where there is no terminal to draw on. */
const LINE_EVERY_MS = 5_000;

export function showProgress(
  stream: Writable & { readonly isTTY?: boolean },
  title: string,
  total: number,
): Progress {
  return stream.isTTY ? drawBar(stream, title, total) : writeLines(stream, title, total);
}

function drawBar(stream: Writable, title: string, total: number): Progress {
  const bar = new cliProgress.SingleBar({
    stream,
    format: (options, { progress, value }, { note }: { readonly note: string }) =>
      `${title} ${cliProgress.Format.BarFormat(progress, options)} ${number(value)} of ${number(total)}  ${note}`,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: false,
    linewrap: false,
  });
  bar.start(total, 0, { note: '' });
  return { update: (done, note) => bar.update(done, { note }), stop: () => bar.stop() };
}

function writeLines(stream: Writable, title: string, total: number): Progress {
  let last = { at: Date.now(), done: -1, note: '' };
  const write = (done: number, note: string): void => {
    stream.write(`${title}: ${number(done)} of ${number(total)}${note === '' ? '' : `  ${note}`}\n`);
  };
  return {
    update: (done, note) => {
      if (Date.now() - last.at < LINE_EVERY_MS && done < total) {
        last = { ...last, note };
        return;
      }
      if (done !== last.done) write(done, note);
      last = { at: Date.now(), done, note };
    },
    stop: () => undefined,
  };
}

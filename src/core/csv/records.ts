import type { Delimiter } from './dialect.ts';
import { type RecordEnd, walkRecords } from './walk.ts';

/** How a text's records lie in it. */
export interface RecordsLayout {
  readonly recordEnds: ReadonlySet<RecordEnd>;
  /** Lines, counted from 0, on which records begin; the last one is that behind the last record's end. */
  readonly lines: readonly number[];
  /** Lines of records in which spaces stand between a closing quotation mark and the next cell. */
  readonly spacedLines: readonly number[];
  /** Where the last whole record ends: the text's end where nothing more comes. */
  readonly end: number;
}

/** Line breaks inside quoted cells do not end records: Excel writes LF there and CRLF between records. */
export function layoutOf(text: string, delimiter: Delimiter, isLast: boolean): RecordsLayout {
  const recordEnds = new Set<RecordEnd>();
  const lines = [0];
  const spacedLines: number[] = [];
  let line = 0;
  let end = 0;
  walkRecords(text, delimiter, {
    recordEnd: (at, newline) => {
      // A CR at the end of what is there so far may be half a CRLF.
      if (!isLast && newline === '\r' && at === text.length - 1) return;
      recordEnds.add(newline);
      lines.push(++line);
      end = at + newline.length;
    },
    quotedCell: (from, to) => {
      line += lineBreaksIn(text, from, to);
      const started = lines.at(-1) ?? 0;
      if (hasSpacesAt(text, to, delimiter) && spacedLines.at(-1) !== started) spacedLines.push(started);
    },
  });
  const whole = lines.at(-1) ?? 0;
  return {
    recordEnds,
    lines,
    spacedLines: isLast ? spacedLines : spacedLines.filter((started) => started < whole),
    end: isLast ? text.length : end,
  };
}

/** The text with every record's end made LF; quoted cells keep theirs. */
export function withUniformNewlines(text: string, delimiter: Delimiter): string {
  const pieces: string[] = [];
  let from = 0;
  walkRecords(text, delimiter, {
    recordEnd: (at, end) => {
      pieces.push(text.slice(from, at));
      from = at + end.length;
    },
  });
  pieces.push(text.slice(from));
  return pieces.join('\n');
}

const LF = 10;
const CR = 13;

/** CRLF counts once. */
export function lineBreaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) breaks++;
  }
  return breaks;
}

const OTHER_SPACE = /[^\S\r\n]/;

/** Whether only spaces lie between a place and the end of its cell. */
function hasSpacesAt(text: string, from: number, delimiter: Delimiter): boolean {
  let at = from;
  while (at < text.length && text[at] !== delimiter && OTHER_SPACE.test(text[at] ?? '')) at++;
  return (
    at > from && (at === text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r')
  );
}

import {
  type ColumnArrangement,
  USUAL_ARRANGEMENT,
  withColumnsShown,
} from '../../core/column-arrangement.ts';
import type { Mapping } from '../../core/mapping.ts';
import type { Column } from '../../core/sheet.ts';
import type { Host } from './host.ts';

/**
 * How the columns of a sheet were left. One that nobody saw yet begins as the last one with the same headers was left,
 * and from then on has its own.
 */
export async function recallArrangement(
  host: Host,
  sessionId: string,
  columns: readonly Column[],
  { roles }: Mapping,
): Promise<ColumnArrangement> {
  const headers = columns.map(({ name }) => name);
  const recalled = await host.command('columns.recall', { sessionId, headers });
  // How columns stand is no reason not to open a sheet.
  if (!recalled.ok) return USUAL_ARRANGEMENT;
  const { arrangement: last, isOfSession } = recalled.value;
  if (isOfSession) return last;
  const written = new Set(
    columns.flatMap(({ index, name }) => (roles[index]?.kind === 'write' ? [name] : [])),
  );
  const arrangement = withColumnsShown(last, (name) => written.has(name));
  void host.command('columns.arrange', { sessionId, headers, arrangement, isChosen: false });
  return arrangement;
}

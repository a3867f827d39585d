import type { ReactElement, ReactNode } from 'react';
import type { HistoryEntry } from '../../../../contract/history-schemas.ts';
import { dayAndTime, duration } from '../../formats.ts';
import { HISTORY } from '../../words/history.ts';

type Readable = Exclude<HistoryEntry, { readonly kind: 'damaged' }>;

/** Enough of a hash to tell plans apart; all of it is there to be copied. */
const HASH_SHOWN = 12;

/** Who did what when, over which connection: what whoever asks a year later wants to know. */
export function HistoryFacts({ entry }: { readonly entry: Readable }): ReactElement {
  const { at, who, connection, planHash, standing } = entry;
  const run = entry.kind === 'run' ? entry : undefined;
  return (
    <dl className="history-facts">
      <Fact name={HISTORY.when}>{at === null ? HISTORY.notBegun : dayAndTime(at)}</Fact>
      {run && run.durationMs !== null && <Fact name={HISTORY.duration}>{duration(run.durationMs)}</Fact>}
      {who !== '' && <Fact name={HISTORY.who}>{who}</Fact>}
      <Fact name={HISTORY.connection}>
        {connection.name} <span className="quiet">{HISTORY.key(connection.keyLastFour)}</span>
      </Fact>
      {run && run.reason !== '' && <Fact name={HISTORY.reason}>{run.reason}</Fact>}
      <Fact name={HISTORY.hash}>
        <code title={planHash}>{planHash.slice(0, HASH_SHOWN)}…</code>
      </Fact>
      <Fact name={HISTORY.standing}>
        {standing}
        {run && run.undoneAt !== null && ` ${HISTORY.undone(dayAndTime(run.undoneAt))}`}
      </Fact>
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

const Fact = ({ name, children }: FactProps): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

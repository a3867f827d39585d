import type { ReactElement } from 'react';
import { type Diagnostic, isError } from '../../../../core/diagnostic.ts';
import { placeText } from '../../../../core/words/places.ts';
import { Icon } from '../../icon.tsx';
import { IMPORT } from '../../words/import.ts';

/** So many are read; the others are there for who wants them. */
const MOST_AT_ONCE = 5;

/** What was found in the file: errors first. */
export function ReadingFindings({ findings }: { readonly findings: readonly Diagnostic[] }): ReactElement {
  const sorted = [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
  const rest = sorted.slice(MOST_AT_ONCE);
  return (
    <section className="reading-findings" aria-label={IMPORT.findings}>
      {sorted.length === 0 && (
        <p className="reading-fine">
          <Icon name="ready" />
          {IMPORT.allFine}
        </p>
      )}
      <FindingItems findings={sorted.slice(0, MOST_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{IMPORT.moreFindings(rest.length)}</summary>
          <FindingItems findings={rest} />
        </details>
      )}
    </section>
  );
}

function FindingItems({ findings }: { readonly findings: readonly Diagnostic[] }): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <ul>
      {findings.map(({ code, place, severity, message }) => (
        <li className={`reading-${severity}`} key={`${code} ${JSON.stringify(place)} ${message}`}>
          <Icon name={severity === 'error' ? 'invalid' : 'warning'} />
          <p>
            {placeText(place)}
            {message}
          </p>
        </li>
      ))}
    </ul>
  );
}

import { useEffect } from 'react';
import { create } from 'zustand';
import { FindingCensus } from '../../model/fixes/finding-census.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

interface CensusState {
  readonly census: FindingCensus | null;
  /** Goes up whenever something else was counted. */
  readonly version: number;
}

const useState = create<CensusState>(() => ({ census: null, version: 0 }));

/** The findings of the sheet by kind. Counting begins when somebody first looks, and goes on as the sheet changes. */
export function useCensus(sheet: SheetModel): FindingCensus | null {
  useEffect(() => begin(sheet), [sheet]);
  useState((state) => state.version);
  return useState((state) => (state.census?.sheet === sheet ? state.census : null));
}

function begin(sheet: SheetModel): void {
  const { census } = useState.getState();
  if (census?.sheet === sheet) return;
  census?.close();
  useState.setState({
    census: new FindingCensus(sheet, () => useState.setState(({ version }) => ({ version: version + 1 }))),
  });
}

/** Nobody counts in a sheet that was closed. */
export function endCensus(): void {
  useState.getState().census?.close();
  useState.setState({ census: null });
}

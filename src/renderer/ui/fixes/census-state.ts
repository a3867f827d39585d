import { useEffect } from 'react';
import { create } from 'zustand';
import { FindingCensus } from '../../model/fixes/finding-census.ts';
import { PlanWarningKinds } from '../../model/fixes/plan-warning-kinds.ts';
import type { SheetModel } from '../../model/sheet-model.ts';

interface CensusState {
  readonly census: FindingCensus | null;
  /** What only the dry run sees of the same sheet. */
  readonly ofPlan: PlanWarningKinds | null;
  /** Goes up whenever something else was counted. */
  readonly version: number;
}

const useState = create<CensusState>(() => ({ census: null, ofPlan: null, version: 0 }));

/** The findings of the sheet by kind. Counting begins when somebody first looks, and goes on as the sheet changes. */
export function useCensus(sheet: SheetModel): FindingCensus | null {
  useEffect(() => begin(sheet), [sheet]);
  useState((state) => state.version);
  return useState((state) => (state.census?.sheet === sheet ? state.census : null));
}

/** The same of what only the dry run warns of. */
export function usePlanWarnings(sheet: SheetModel): PlanWarningKinds | null {
  const census = useCensus(sheet);
  return useState((state) => (census === null ? null : state.ofPlan));
}

function begin(sheet: SheetModel): void {
  if (useState.getState().census?.sheet === sheet) return;
  endCensus();
  const onChange = (): void => useState.setState(({ version }) => ({ version: version + 1 }));
  useState.setState({
    census: new FindingCensus(sheet, onChange),
    ofPlan: new PlanWarningKinds(sheet, onChange),
  });
}

/** Nobody counts in a sheet that was closed. */
export function endCensus(): void {
  const { census, ofPlan } = useState.getState();
  census?.close();
  ofPlan?.close();
  useState.setState({ census: null, ofPlan: null });
}

import { collectFixes } from '../../model/fixes/collect-fixes.ts';
import type { FindingFilter } from '../../model/fixes/finding-kind.ts';
import { collectPlanFixes, planFixes } from '../../model/fixes/plan-fixes.ts';
import type { PlanWarningKind } from '../../model/fixes/plan-warning-kinds.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { workspace } from '../../store.ts';
import { FINDINGS, PLAN_WARNING_TITLES } from '../words/finding-kinds.ts';
import { showPreview } from './preview-state.ts';

/** Shows what the fixes of some kinds of findings would change, before anything is. */
export const previewFixes = (filter: FindingFilter, title: string): void =>
  showPreview({
    title: FINDINGS.fixTitle(title),
    lead: FINDINGS.fixLead,
    meant: 'all',
    ticksAll: true,
    collect: (sheet, meant) => collectFixes(sheet, meant, filter),
    confirm: FINDINGS.confirmFix,
    done: FINDINGS.fixed,
  });

/** The same of a kind of the dry run's warnings: what their fixes are the host knows. */
export async function previewPlanFixes(
  sheet: SheetModel,
  { code, rowsToFix }: PlanWarningKind,
): Promise<void> {
  const fixes = await planFixes(sheet, [...rowsToFix], code);
  // Meanwhile another sheet may be open.
  if (workspace.getState().sheet !== sheet) return;
  showPreview({
    title: FINDINGS.fixTitle(PLAN_WARNING_TITLES[code]),
    lead: FINDINGS.fixLead,
    meant: 'all',
    ticksAll: true,
    collect: (of, meant) => collectPlanFixes(of, meant, fixes),
    confirm: FINDINGS.confirmFix,
    done: FINDINGS.fixedOfPlan,
  });
}

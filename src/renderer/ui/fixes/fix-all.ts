import { collectFixes } from '../../model/fixes/collect-fixes.ts';
import type { FindingFilter } from '../../model/fixes/finding-kind.ts';
import { FINDINGS } from '../words/finding-kinds.ts';
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
